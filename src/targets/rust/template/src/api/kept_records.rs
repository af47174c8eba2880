//! Records as they are kept: JSON, in the shape that the contract gives them.

use serde_json::{Map, Value as Json};

use crate::database::{Column, Session, Statement, Value};
use crate::http::Failure;

pub type KeptRecord = Map<String, Json>;

/// Which records of a collection: those whose properties have these values, and of them a part.
pub struct Selection<'request> {
    pub filters: Vec<(&'static str, &'request Json)>,
    pub limit: Option<i64>,
    pub offset: i64,
}

/// The records of one collection, in the order in which they were made.
#[derive(Clone, Copy)]
pub struct KeptRecords(pub &'static str);

impl KeptRecords {
    /// A part of the records, and how many there are.
    pub async fn select(
        self,
        session: &mut Session,
        selection: &Selection<'_>,
    ) -> Result<(Vec<KeptRecord>, i64), Failure> {
        let mut records = Statement::new("select record from _record");
        let mut count = Statement::new("select count(*) from _record");
        for statement in [&mut records, &mut count] {
            statement.push(" where collection = ").bind(text(self.0), Column::Text);
            for (name, value) in &selection.filters {
                statement.push(" and ");
                equals(statement, session.is_sqlite(), name, value);
            }
        }
        records.push(" order by sequence");
        if let Some(limit) = selection.limit {
            records.push(" limit ").bind(Value::Integer(limit), Column::Integer);
            records.push(" offset ").bind(Value::Integer(selection.offset), Column::Integer);
        }
        let mut found = Vec::new();
        for row in session.all(&records).await? {
            found.push(read(&row.text(0)?)?);
        }
        let counted = session.first(&count).await?;
        Ok((found, counted.map_or(Ok(0), |row| row.integer(0))?))
    }

    pub async fn find(
        self,
        session: &mut Session,
        key: &str,
    ) -> Result<Option<KeptRecord>, Failure> {
        let query = "select record from _record where collection = $1 and key = $2";
        self.first(session, query, key).await
    }

    /// Reads a record that will be changed: until the transaction ends, nobody else can.
    pub async fn lock(
        self,
        session: &mut Session,
        key: &str,
    ) -> Result<Option<KeptRecord>, Failure> {
        let query = "select record from _record where collection = $1 and key = $2";
        let locked = if session.is_sqlite() { query.into() } else { format!("{query} for update") };
        self.first(session, &locked, key).await
    }

    /// Adds a record; false if there is one with this key.
    pub async fn add(
        self,
        session: &mut Session,
        key: &str,
        record: &KeptRecord,
    ) -> Result<bool, Failure> {
        let statement = Statement::new(
            "insert into _record (collection, key, record) values ($1, $2, $3) \
             on conflict (collection, key) do nothing",
        );
        let statement = statement.text(self.0).text(key).text(written(record)?);
        Ok(session.run(&statement).await? == 1)
    }

    pub async fn put(
        self,
        session: &mut Session,
        key: &str,
        record: &KeptRecord,
    ) -> Result<(), Failure> {
        let statement =
            Statement::new("update _record set record = $3 where collection = $1 and key = $2");
        session.run(&statement.text(self.0).text(key).text(written(record)?)).await?;
        Ok(())
    }

    pub async fn remove(self, session: &mut Session, key: &str) -> Result<(), Failure> {
        let statement = Statement::new("delete from _record where collection = $1 and key = $2");
        session.run(&statement.text(self.0).text(key)).await?;
        Ok(())
    }

    /// A number that no record of the collection has had.
    pub async fn next_number(self, session: &mut Session) -> Result<i64, Failure> {
        let statement = Statement::new(
            "insert into _setting (name, value) values ($1, '1') on conflict (name) do update \
             set value = cast(cast(_setting.value as bigint) + 1 as text) returning value",
        );
        let row = session.first(&statement.text(format!("next {}", self.0))).await?;
        let given = row.ok_or(sqlx::Error::RowNotFound)?.text(0)?;
        given.parse().map_err(|_| Failure::Internal("a number that is kept can't be read"))
    }

    async fn first(
        self,
        session: &mut Session,
        query: &str,
        key: &str,
    ) -> Result<Option<KeptRecord>, Failure> {
        let row = session.first(&Statement::new(query).text(self.0).text(key)).await?;
        row.map(|row| read(&row.text(0)?)).transpose()
    }
}

/// A property of the JSON that is kept has this value.
fn equals(statement: &mut Statement, sqlite: bool, name: &str, value: &Json) {
    if !sqlite {
        statement.push("(record::jsonb -> ").bind(text(name), Column::Text).push("::text) = ");
        statement.bind(text(&value.to_string()), Column::Text).push("::text::jsonb");
        return;
    }
    let path = format!("$.{}", Json::from(name));
    let function = if value.is_boolean() { "json_type(record, " } else { "json_extract(record, " };
    statement.push(function).bind(text(&path), Column::Text).push(") = ");
    match value {
        Json::Number(number) if number.is_i64() => {
            statement.bind(Value::Integer(number.as_i64().unwrap_or_default()), Column::Integer);
        }
        Json::Number(number) => {
            statement.bind(Value::Number(number.as_f64().unwrap_or_default()), Column::Number);
        }
        Json::String(own) => {
            statement.bind(text(own), Column::Text);
        }
        other => {
            statement.bind(text(&other.to_string()), Column::Text);
        }
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn read(text: &str) -> Result<KeptRecord, Failure> {
    serde_json::from_str(text).map_err(|_| Failure::Internal("a record that is kept is not JSON"))
}

fn written(record: &KeptRecord) -> Result<String, Failure> {
    serde_json::to_string(record).map_err(|_| Failure::Internal("a record can't be written"))
}
