"""The service. Run it with `python main.py`, or in any ASGI server: `uvicorn main:app`."""

from app.application import create_app
from app.server import run
from app.service import service

app = create_app(service)

if __name__ == "__main__":
    run(app)
