//! What every resource does.

use serde_json::json;

use crate::support::{Caller, Sample, path_of, samples, with_owner};

/// Runs a test with each sample whose records can be made, and the owner of a tenant.
async fn with_each(test: impl AsyncFn(&Caller, &str, &Sample)) {
    with_owner(async |owner| {
        for (name, sample) in samples().iter().filter(|(_, sample)| !sample.account) {
            test(&owner, name, sample).await;
        }
    })
    .await;
}

#[tokio::test]
async fn creates_and_reads() {
    with_each(async |owner, name, sample| {
        let made = owner.create(name, &json!({})).await.is(201);
        let path = path_of(&sample.path, &made.json());
        assert_eq!(made.header("location"), path);
        let read = owner.get(&path).await.is(200);
        assert_eq!(read.json(), made.json());
        let known = [("if-none-match", read.header("etag"))];
        owner.send("GET", &path, None, &known).await.is(304);
    })
    .await;
}

#[tokio::test]
async fn lists() {
    with_each(async |owner, name, sample| {
        let record = owner.create(name, &json!({})).await.is(201).json();
        let page = owner.get(&format!("{}?limit=1", sample.path)).await.is(200).json();
        assert_eq!(page["items"], json!([record]));
        for query in ["surprise=1", "cursor=surprise", "limit=0", "sort=surprise"] {
            let answer = owner.get(&format!("{}?{query}", sample.path)).await;
            answer.fails(400, "invalid-parameter");
        }
    })
    .await;
}

#[tokio::test]
async fn reads_plain_json_in_utf_8_only() {
    with_each(async |owner, _, sample| {
        for header in [
            ("content-type", "application/json; charset=utf-16"),
            ("content-type", "text/plain"),
            ("content-encoding", "gzip"),
        ] {
            let answer = owner.send("POST", &sample.path, Some("{}".to_owned()), &[header]).await;
            answer.fails(415, "unsupported-media-type");
        }
    })
    .await;
}

#[tokio::test]
async fn writes_only_the_version_that_is_known() {
    with_each(async |owner, name, sample| {
        let made = owner.create(name, &json!({})).await.is(201);
        let path = path_of(&sample.path, &made.json());
        let known = [("if-match", made.header("etag"))];
        let patch = || owner.send("PATCH", &path, Some("{}".to_owned()), &known);
        patch().await.is(200);
        patch().await.fails(412, "precondition-failed");
    })
    .await;
}

#[tokio::test]
async fn creates_once_for_a_key() {
    with_each(async |owner, _, sample| {
        let body = owner.resolved(&sample.body(&json!({}))).await.to_string();
        let key = [("idempotency-key", "once")];
        let post = || owner.send("POST", &sample.path, Some(body.clone()), &key);
        let (first, second) = (post().await.is(201), post().await.is(201));
        assert_eq!(first.json(), second.json());
        assert_eq!(second.header("idempotency-replayed"), "true");
        let other = owner.send("POST", &sample.path, Some("{}".to_owned()), &key).await;
        other.fails(422, "idempotency-mismatch");
    })
    .await;
}

#[tokio::test]
async fn refuses_what_is_no_record() {
    with_each(async |owner, _, sample| {
        for body in [json!([]), json!("text"), json!(1), json!(true)] {
            owner.post(&sample.path, &body).await.refuses_part("", "type");
        }
        let unknown = owner.post(&sample.path, &json!({ "surpriseSurprise": 1 })).await;
        unknown.refuses_part("/surpriseSurprise", "unknown-property");
        for broken in ["{\"a\":", "", "{\"a\":1,\"a\":2}", "{\"a\":\"\\u0000\"}"] {
            let answer = owner.send("POST", &sample.path, Some(broken.to_owned()), &[]).await;
            answer.fails(400, "malformed-request");
        }
    })
    .await;
}

#[tokio::test]
async fn does_not_create_by_put() {
    with_each(async |owner, _, sample| {
        let path = format!("{}/00000000-0000-7000-8000-000000000000", sample.path);
        owner.get(&path).await.fails(404, "not-found");
        let put = owner.send("PUT", &path, Some("{}".to_owned()), &[]).await;
        put.fails(404, "not-found");
    })
    .await;
}
