//! A property of a record.

use super::kind::Kind;
use super::stored::Stored;
use crate::database::Value;
use crate::http::Failure;

type Default = Box<dyn Fn() -> Value + Send + Sync>;
type Get<E> = Box<dyn Fn(&E) -> Value + Send + Sync>;
type Set<E> = Box<dyn Fn(&mut E, Value) -> Option<()> + Send + Sync>;

/// How a property of a record is read, kept and shown.
pub struct Field<E> {
    /// Its name in JSON.
    pub name: &'static str,
    pub column: &'static str,
    pub kind: Box<dyn Kind>,
    /// Whether a request has to give it, unless it has a default.
    pub required: bool,
    /// Whether a value may be missing from a record.
    pub nullable: bool,
    /// Whether requests may set it.
    pub writable: bool,
    /// Whether answers leave it out.
    pub secret: bool,
    pub default: Option<Default>,
    get: Get<E>,
    set: Set<E>,
}

impl<E: 'static> Field<E> {
    pub fn new<T: Stored + 'static>(
        name: &'static str,
        column: &'static str,
        kind: impl Kind + 'static,
        get: fn(&E) -> &T,
        get_mut: fn(&mut E) -> &mut T,
    ) -> Self {
        Self {
            name,
            column,
            kind: Box::new(kind),
            required: false,
            nullable: T::NULLABLE,
            writable: true,
            secret: false,
            default: None,
            get: Box::new(move |record| get(record).store()),
            set: Box::new(move |record, value| {
                *get_mut(record) = T::restore(value)?;
                Some(())
            }),
        }
    }

    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub fn read_only(self) -> Self {
        Self { writable: false, ..self }
    }

    pub fn secret(self) -> Self {
        Self { secret: true, ..self }
    }

    /// What it is where a request does not give it.
    pub fn default<T: Stored + 'static>(self, default: fn() -> T) -> Self {
        Self { default: Some(Box::new(move || default().store())), ..self }
    }

    /// The same, as a query would have it.
    pub fn initially(self, text: &str) -> Self {
        let value = self.kind.parse(text).unwrap_or(Value::Null);
        Self { default: Some(Box::new(move || value.clone())), ..self }
    }

    /// The same for a list of texts.
    pub fn initial_items(self, items: &[&str]) -> Self {
        let value = Value::Json(items.iter().copied().collect());
        Self { default: Some(Box::new(move || value.clone())), ..self }
    }

    /// Where the column is not called like the field.
    pub fn column(self, column: &'static str) -> Self {
        Self { column, ..self }
    }

    pub fn get(&self, record: &E) -> Value {
        (self.get)(record)
    }

    /// Fails if the value is none that the field can have.
    pub fn set(&self, record: &mut E, value: Value) -> Result<(), Failure> {
        (self.set)(record, value).ok_or(Failure::Internal("a value does not fit its field"))
    }

    pub fn is_link(&self) -> bool {
        self.kind.column().is_none()
    }
}

/// The fields of an entity, one a line: `due_date "dueDate": Day::new(), required();`
#[macro_export]
macro_rules! fields {
    ($($attribute:ident $name:literal: $kind:expr $(, $option:ident($($argument:expr),*))*;)*) => {
        vec![$(
            $crate::fields::Field::new(
                $name,
                stringify!($attribute),
                $kind,
                |record: &Self| &record.$attribute,
                |record: &mut Self| &mut record.$attribute,
            )
            $(.$option($($argument),*))*
        ),*]
    };
}
