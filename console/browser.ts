/** What only a browser has: used only here. */

/** Does something after the given milliseconds, unless the returned function is called first. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** Does something again and again, for as long as the page is open. */
export function every(ms: number, work: () => void): void {
  setInterval(work, ms);
}

/** Milliseconds since 1970, by the clock of the browser. */
export const now = (): number => Date.now();

/** Calls back when the size of an element changes, and first of all, until the returned function is called. */
function watchSize(element: Element, tell: () => void): () => void {
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  return () => observer.disconnect();
}

/** Tells the height of an element in CSS pixels. */
export const watchHeight = (element: Element, tell: (height: number) => void) =>
  watchSize(element, () => tell(element.getBoundingClientRect().height));

/** Tells in CSS pixels how wide the content of an element is, and how wide it is shown; what sticks out of the content does not count. */
export function watchWidths(element: Element, tell: (whole: number, shown: number) => void): () => void {
  const measure = () =>
    tell(Math.floor(element.firstElementChild?.getBoundingClientRect().width ?? 0), element.clientWidth);
  const stops = [element, ...element.children].map((one) => watchSize(one, measure));
  return () => {
    for (const stop of stops) stop();
  };
}

declare const dcmVersion: string;

/** Version of this program; the build fills it in. */
export const version = (): string => dcmVersion;

/** Offers a file to the reader, as a download. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Name of the only page that this site shows; empty if it shows all. */
export const shownAlone = (): string => document.documentElement.dataset.shows ?? '';

/** Whether commands are given with Cmd instead of Ctrl. */
export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
