//! Sends requests, as somebody who is logged in or as nobody.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use serde_json::{Map, Value as Json, json};
use tower::ServiceExt;
use uuid::Uuid;

use super::answer::Answer;
use super::samples::samples;

pub const PASSWORD: &str = "correct horse battery";

#[derive(Clone)]
pub struct Caller {
    router: Router,
    token: Option<String>,
    /// The account.
    pub id: String,
    /// The role with which accounts are added where a record refers to another account.
    pub roles: Vec<&'static str>,
}

impl Caller {
    pub fn anybody(router: Router) -> Self {
        let roles = service::service::ROLES.to_vec();
        Self { router, token: None, id: String::new(), roles }
    }

    /// Registers an account, the owner of a tenant of its own.
    pub async fn register(&self) -> Self {
        let answer = self.post("/api/auth/register", &self.new_account()).await.is(201);
        self.signed_in(&answer)
    }

    /// Adds an account with a role to the tenant, and logs it in.
    pub async fn join(&self, role: &str) -> Self {
        let mut account = self.new_account();
        account["roles"] = json!([role]);
        self.post("/api/auth/members", &account).await.is(201);
        let login = json!({ "email": account["email"], "password": PASSWORD });
        let answer = self.post("/api/auth/login", &login).await.is(200);
        self.signed_in(&answer)
    }

    pub fn new_account(&self) -> Json {
        let own = samples().values().find(|sample| sample.account);
        let mut account = own.map_or(json!({}), |sample| sample.body(&json!({})));
        account["email"] = json!(format!("{}@example.com", Uuid::now_v7().simple()));
        account["password"] = json!(PASSWORD);
        account
    }

    pub fn signed_in(&self, answer: &Answer) -> Self {
        let body = answer.json();
        Self {
            token: body["token"].as_str().map(str::to_owned),
            id: body["account"]["id"].as_str().unwrap().to_owned(),
            ..self.clone()
        }
    }

    /// Makes a record of a sample; gives the answer.
    pub async fn create(&self, name: &str, given: &Json) -> Answer {
        let sample = &samples()[name];
        let body = self.resolved(&sample.body(given)).await;
        self.post(&sample.path, &body).await
    }

    /// Makes a record and takes it to a state; `maker` makes it.
    pub async fn in_state(&self, name: &str, state: &str, maker: &Self) -> Json {
        let sample = &samples()[name];
        let body = self.resolved(&sample.body(&json!({}))).await;
        let mut record = maker.post(&sample.path, &body).await.is(201).json();
        for change in sample.states.get(state).into_iter().flatten() {
            let change = self.resolved(change).await;
            record = self.patch(&path_of(&sample.path, &record), &change).await.is(200).json();
        }
        record
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, &[]).await
    }

    pub async fn post(&self, path: &str, body: &Json) -> Answer {
        self.send("POST", path, Some(body.to_string()), &[]).await
    }

    pub async fn patch(&self, path: &str, body: &Json) -> Answer {
        let body = self.resolved(body).await;
        self.send("PATCH", path, Some(body.to_string()), &[]).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, None, &[]).await
    }

    pub async fn send(
        &self,
        method: &str,
        path: &str,
        body: Option<String>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if body.is_some() && headers.iter().all(|(name, _)| *name != "content-type") {
            request = request.header("content-type", "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.unwrap_or_default())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let text = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8(text.to_vec()).unwrap(),
        }
    }

    /// Values of samples: `{"$sample": "customer"}` stands for the id of a record of it, and
    /// `{"$repeat": "x", "times": 300}` for a long value.
    pub async fn resolved(&self, value: &Json) -> Json {
        match value {
            Json::Array(items) => {
                let mut list = Vec::new();
                for item in items {
                    list.push(Box::pin(self.resolved(item)).await);
                }
                Json::Array(list)
            }
            Json::Object(members) if members.contains_key("$sample") => self.id_of(members).await,
            Json::Object(members) if members.contains_key("$repeat") => repeated(members),
            Json::Object(members) => {
                let mut object = Map::new();
                for (name, member) in members {
                    object.insert(name.clone(), Box::pin(self.resolved(member)).await);
                }
                Json::Object(object)
            }
            _ => value.clone(),
        }
    }

    /// Of accounts, the first is the caller's own.
    async fn id_of(&self, symbol: &Map<String, Json>) -> Json {
        let name = symbol["$sample"].as_str().unwrap();
        if !samples()[name].account {
            return Box::pin(self.create(name, &json!({}))).await.is(201).json()["id"].clone();
        }
        let first = symbol.get("number").is_none_or(|number| number == 1);
        Json::from(if first { self.id.clone() } else { self.join(self.roles[0]).await.id })
    }
}

/// The path of a record.
pub fn path_of(path: &str, record: &Json) -> String {
    format!("{path}/{}", record["id"].as_str().unwrap())
}

fn repeated(members: &Map<String, Json>) -> Json {
    let times = usize::try_from(members["times"].as_u64().unwrap()).unwrap();
    let value = &members["$repeat"];
    if members.get("list").is_some() {
        return Json::Array(vec![value.clone(); times]);
    }
    Json::from(value.as_str().unwrap().repeat(times))
}
