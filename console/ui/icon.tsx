/** Signs of 16 by 16, drawn in the color of the text; whatever they stand on has a name of its own. */
const drawn = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7 14 14',
  language:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2.4 6h11.2M2.4 10h11.2M8 2c-2 1.8-2.8 3.8-2.8 6S6 12.2 8 14c2-1.8 2.8-3.8 2.8-6S10 3.8 8 2z',
  light:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3',
  dark: 'M13.6 9.6A6 6 0 0 1 6.4 2.4a6 6 0 1 0 7.2 7.2z',
  system: 'M2 3h12v8H2zM5.5 14h5M8 11v3',
  columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
  swap: 'M2 5.5h11M10 2.5l3 3-3 3M14 10.5H3M6 7.5l-3 3 3 3',
  copy: 'M6 6h7.5v8H6zM10 6V2.5H2.5v8H6',
} as const;

export type IconName = keyof typeof drawn;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={drawn[name]} />
  </svg>
);
