/** Upper limits of the duration buckets, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  readonly labels: string;
  readonly buckets: Float64Array;
  sum: number;
  count: number;
}

/** Counts requests and their durations by method, route and status, in the format of Prometheus. */
export class Metrics {
  readonly #series = new Map<string, Map<number, Series>>();

  observe(method: string, route: string, status: number, seconds: number): void {
    const series = this.#seriesOf(method, route, status);
    series.count += 1;
    series.sum += seconds;
    let bucket = 0;
    while (bucket < BUCKETS.length && seconds > (BUCKETS[bucket] ?? 0)) bucket += 1;
    series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1;
  }

  /** The text exposition format 0.0.4. */
  expose(): string {
    const all = [...this.#series.values()].flatMap((byStatus) => [...byStatus.values()]);
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    return [
      '# HELP http_requests_total Requests answered.',
      '# TYPE http_requests_total counter',
      ...all.map(({ labels, count }) => `http_requests_total{${labels}} ${count}`),
      '# HELP http_request_duration_seconds Time from the request to the end of its answer.',
      '# TYPE http_request_duration_seconds histogram',
      ...all.flatMap(histogram),
      '# HELP process_resident_memory_bytes Memory of the process.',
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${rss}`,
      '# HELP nodejs_heap_used_bytes Memory that JavaScript uses.',
      '# TYPE nodejs_heap_used_bytes gauge',
      `nodejs_heap_used_bytes ${heapUsed}`,
      '# HELP process_cpu_seconds_total CPU time of the process.',
      '# TYPE process_cpu_seconds_total counter',
      `process_cpu_seconds_total ${(user + system) / 1e6}`,
      '',
    ].join('\n');
  }

  #seriesOf(method: string, route: string, status: number): Series {
    const key = `${method} ${route}`;
    let byStatus = this.#series.get(key);
    if (!byStatus) this.#series.set(key, (byStatus = new Map()));
    let series = byStatus.get(status);
    if (!series) {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      series = { labels, buckets: new Float64Array(BUCKETS.length + 1), sum: 0, count: 0 };
      byStatus.set(status, series);
    }
    return series;
  }
}

function histogram({ labels, buckets, sum, count }: Series): string[] {
  let below = 0;
  const lines = BUCKETS.map((limit, index) => {
    below += buckets[index] ?? 0;
    return `http_request_duration_seconds_bucket{${labels},le="${limit}"} ${below}`;
  });
  return [
    ...lines,
    `http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
    `http_request_duration_seconds_sum{${labels}} ${sum}`,
    `http_request_duration_seconds_count{${labels}} ${count}`,
  ];
}
