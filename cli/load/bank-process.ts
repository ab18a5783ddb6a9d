import { type BankSettings, startBankHere } from '../reference-bank.js';

/** A process with the reference bank: it receives the settings, and sends the URL. Load on it delays nobody else. */

process.once('message', async (settings: BankSettings) => {
  try {
    const { url } = await startBankHere(settings);
    process.send?.({ url });
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

// Ctrl-C reaches this process as well; it ends with the one that measures it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
