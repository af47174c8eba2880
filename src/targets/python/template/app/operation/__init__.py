"""What operators ask for: health, metrics, logs, traces, the page of the API."""
