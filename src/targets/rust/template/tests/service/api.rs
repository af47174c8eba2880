//! What the service does besides the operations of its contract.

use serde_json::json;
use service::config::Config;
use service::operation::CONTRACT;

use crate::support::{Caller, service};

#[tokio::test]
async fn serves_its_contract() {
    service(async |router| {
        let caller = Caller::anybody(router);
        assert_eq!(caller.get("/openapi.json").await.is(200).text, CONTRACT);
        let page = caller.get("/docs").await.is(200);
        assert!(page.header("content-type").starts_with("text/html"));
        assert!(!page.text.contains("//"));
    })
    .await;
}

#[tokio::test]
async fn is_alive_and_ready() {
    service(async |router| {
        let caller = Caller::anybody(router);
        for path in ["/health/live", "/health/ready"] {
            assert_eq!(caller.get(path).await.is(200).json(), json!({ "status": "ok" }));
        }
        let metrics = caller.get("/metrics").await.is(200);
        assert!(metrics.text.contains("http_requests_total{"));
    })
    .await;
}

#[test]
fn names_every_fault_of_its_environment() {
    let wrong = [("PORT", "70000"), ("LOG_LEVEL", "loud")];
    let wrong = wrong.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let faults = Config::read(wrong).unwrap_err();
    let named: Vec<_> = faults.iter().map(|fault| fault.split(' ').next().unwrap()).collect();
    assert_eq!(named, ["PORT", "LOG_LEVEL"]);
}

#[tokio::test]
async fn answers_what_is_not_there_with_its_headers() {
    service(async |router| {
        let answer = Caller::anybody(router).get("/no/such/path/as/this/one").await;
        let answer = answer.fails(404, "not-found");
        for name in ["x-content-type-options", "content-security-policy", "x-request-id"] {
            assert!(answer.headers.contains_key(name), "{name}");
        }
    })
    .await;
}
