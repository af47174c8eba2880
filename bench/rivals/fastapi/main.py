"""The rival of the generated Python service: what a good engineer would write by hand with the same
packages for the same tables. DATABASE_FILE has the tables already, so that both have the same indexes."""

import os

import uvicorn
from accounts import router as accounts
from database import Database
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from projects import router as projects
from tasks import router as tasks

app = FastAPI(openapi_url=None)
app.state.database = Database(os.environ["DATABASE_FILE"])


@app.exception_handler(HTTPException)
def problem(_: Request, error: HTTPException) -> JSONResponse:
    content = {"title": error.detail, "status": error.status_code}
    return JSONResponse(content, error.status_code, media_type="application/problem+json")


@app.get("/health/ready")
def ready() -> dict[str, str]:
    return {"status": "ok"}


for router in (accounts, projects, tasks):
    app.include_router(router)

if __name__ == "__main__":
    port = int(os.environ.get("PORT", "0"))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)
