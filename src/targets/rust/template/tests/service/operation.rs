//! What the service does besides its resources.

use serde_json::json;
use service::config::Config;
use service::operation::CONTRACT;

use crate::support::{Caller, PASSWORD, is_public, path_of, samples, service, with_owner};

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
    let wrong = [("PORT", "70000"), ("JWT_SECRET", "short"), ("LOG_LEVEL", "loud")];
    let wrong = wrong.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let faults = Config::read(wrong).unwrap_err();
    let named: Vec<_> = faults.iter().map(|fault| fault.split(' ').next().unwrap()).collect();
    assert_eq!(named, ["PORT", "JWT_SECRET", "LOG_LEVEL"]);
}

#[tokio::test]
async fn answers_with_its_headers() {
    service(async |router| {
        let answer = Caller::anybody(router).get("/api/no-such-things").await;
        let answer = if is_public() {
            answer.fails(404, "not-found")
        } else {
            answer.fails(401, "unauthenticated")
        };
        for name in ["x-content-type-options", "content-security-policy", "x-request-id"] {
            assert!(answer.headers.contains_key(name), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn tells_every_write() {
    with_owner(async |owner| {
        let mut made = Vec::new();
        for (name, _) in samples().iter().filter(|(_, sample)| !sample.account) {
            made.push(owner.create(name, &json!({})).await.is(201).json()["id"].clone());
        }
        let mut told = Vec::new();
        let mut path = "/events?limit=100".to_owned();
        loop {
            let page = owner.get(&path).await.is(200).json();
            let items = page["items"].as_array().unwrap();
            if items.is_empty() {
                break;
            }
            told.extend(items.iter().map(|event| event["subject"].clone()));
            path = format!("/events?limit=100&cursor={}", page["nextCursor"].as_str().unwrap());
        }
        assert!(made.iter().all(|id| told.contains(id)));
    })
    .await;
}

#[tokio::test]
async fn takes_a_hundred_parameters_and_drops_none() {
    service(async |router| {
        let query: Vec<_> = (0..101).map(|number| format!("x{number}=1")).collect();
        let answer =
            Caller::anybody(router).get(&format!("/health/live?{}", query.join("&"))).await;
        answer.fails(400, "malformed-request");
    })
    .await;
}

#[tokio::test]
async fn logs_in_and_out() {
    if is_public() {
        return;
    }
    service(async |router| {
        let nobody = Caller::anybody(router);
        let account = nobody.new_account();
        nobody.post("/api/auth/register", &account).await.is(201);
        let email = account["email"].as_str().unwrap().to_uppercase();
        let login = json!({ "email": email, "password": PASSWORD });
        let member = nobody.signed_in(&nobody.post("/api/auth/login", &login).await.is(200));
        assert_eq!(member.get("/api/auth/me").await.is(200).json()["email"], account["email"]);
        let wrong = json!({ "email": email, "password": "something else" });
        nobody.post("/api/auth/login", &wrong).await.fails(401, "unauthenticated");
        member.send("POST", "/api/auth/logout", None, &[]).await.is(204);
        member.get("/api/auth/me").await.fails(401, "unauthenticated");
    })
    .await;
}

#[tokio::test]
async fn shows_nothing_to_another_tenant() {
    if is_public() {
        return;
    }
    with_owner(async |owner| {
        let other = owner.register().await;
        for (name, sample) in samples().iter().filter(|(_, sample)| !sample.account) {
            let record = owner.create(name, &json!({})).await.is(201).json();
            other.get(&path_of(&sample.path, &record)).await.fails(404, "not-found");
            let page = other.get(&sample.path).await.is(200).json();
            assert_eq!(page["items"], json!([]));
        }
    })
    .await;
}
