/** How ids of the mock are written. */
export const guidForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
export const numberForm = /^\d{1,15}$/;
