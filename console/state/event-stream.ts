/** One event of a text/event-stream. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string;
}

/** Splits a text/event-stream, which arrives in pieces of any size, into events; skips comments. */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const fields = block.split('\n').map(field);
      const last = (name: string) => fields.findLast(([one]) => one === name)?.[1];
      const data = fields.filter(([name]) => name === 'data').map(([, value]) => value);
      return data.length === 0
        ? []
        : [{ event: last('event') ?? 'message', data: data.join('\n'), id: last('id') ?? '' }];
    });
  };
}

function field(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}
