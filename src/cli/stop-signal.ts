const grace = 10_000;

/**
 * A signal that aborts when the process is asked to stop (SIGINT, SIGTERM, SIGHUP) or when the parent that
 * handed over to us dies. A command that has not ended 10 s later, or a second request, ends the process.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let asked = 0;
  const stop = (code: number) => {
    const now = performance.now();
    // Ctrl-C reaches us from the terminal and from our parent: twice at once is one request.
    if (asked > 0 && now - asked > 500) process.exit(code);
    if (asked > 0) return;
    asked = now;
    controller.abort();
    setTimeout(() => process.exit(code), grace).unref();
  };
  process.on('SIGINT', () => stop(130));
  process.on('SIGTERM', () => stop(143));
  process.on('SIGHUP', () => stop(129));
  process.on('disconnect', () => stop(143));
  process.channel?.unref();
  return controller.signal;
}
