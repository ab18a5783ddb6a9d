/** Whether what is written there may have colors: a terminal, unless the user wants none (https://no-color.org). */
export const inColor = (out: Pick<NodeJS.WriteStream, 'isTTY'> = process.stdout): boolean =>
  out.isTTY === true && process.env.NO_COLOR === undefined;
