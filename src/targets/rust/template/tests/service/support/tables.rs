//! Runs tests that are tables, a case a row; the first column says what it is about.

use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::caller::{Caller, path_of};
use super::samples::samples;

impl Caller {
    /// Rows of words, property, value, pointer and code.
    pub async fn refuses(&self, path: &str, cases: &Json) {
        for case in cases.as_array().unwrap() {
            let name = case[1].as_str().unwrap();
            let value = self.resolved(&case[2]).await;
            let answer = self.post(path, &json!({ name: value })).await;
            println!("{}: {}", case[0], answer.text);
            answer.refuses_part(case[3].as_str().unwrap(), case[4].as_str().unwrap());
        }
    }

    /// Rows of two states: no record gets from the one to the other. One serves all rows of a state.
    pub async fn stays(&self, name: &str, state: &str, steps: &Json) {
        let path = &samples()[name].path;
        let mut record = Json::Null;
        for step in steps.as_array().unwrap() {
            if record[state] != step[0] {
                record = self.in_state(name, step[0].as_str().unwrap(), self).await;
            }
            let answer = self.patch(&path_of(path, &record), &json!({ state: step[1] })).await;
            println!("{step}: {}", answer.text);
            answer.fails(409, "invalid-transition");
        }
    }

    /// Rows of words, role, operation, change and status.
    pub async fn permits(&self, name: &str, cases: &Json) {
        let sample = &samples()[name];
        for case in cases.as_array().unwrap() {
            let member = self.join(case[1].as_str().unwrap()).await;
            let record = self.create(name, &json!({})).await.is(201).json();
            let path = path_of(&sample.path, &record);
            let answer = match case[2].as_str().unwrap() {
                "read" => member.get(&path).await,
                "create" => {
                    let body = self.resolved(&sample.body(&json!({}))).await;
                    member.post(&sample.path, &body).await
                }
                "update" => {
                    let change = self.resolved(&case[3]).await;
                    member.patch(&path, &change).await
                }
                _ => member.delete(&path).await,
            };
            println!("{}: {}", case[0], answer.text);
            answer.is(u16::try_from(case[4].as_u64().unwrap()).unwrap());
        }
    }

    /// Makes records that refer to `record`; gives the first.
    pub async fn members(
        &self,
        name: &str,
        by: &str,
        many: bool,
        record: &Json,
        all: &Json,
    ) -> Json {
        let mut first = Json::Null;
        for given in all.as_array().unwrap() {
            let made = self.member(name, by, many, record, given, &json!([])).await.is(201).json();
            if first.is_null() {
                first = made;
            }
        }
        first
    }

    /// Makes a record that refers to `record`, and has some properties in common with it.
    pub async fn member(
        &self,
        name: &str,
        by: &str,
        many: bool,
        record: &Json,
        given: &Json,
        same: &Json,
    ) -> Answer {
        let mut given = given.clone();
        given[by] = if many { json!([record["id"]]) } else { record["id"].clone() };
        self.alike(name, record, &given, same).await
    }

    /// Makes a record that has some properties in common with `record`.
    pub async fn alike(&self, name: &str, record: &Json, given: &Json, same: &Json) -> Answer {
        let mut given = given.clone();
        for property in same.as_array().unwrap() {
            let property = property.as_str().unwrap();
            given[property] = record[property].clone();
        }
        self.create(name, &given).await
    }

    pub async fn remove(&self, name: &str, record: &Json) -> Answer {
        self.delete(&path_of(&samples()[name].path, record)).await
    }
}
