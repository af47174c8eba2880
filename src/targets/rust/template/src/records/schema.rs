//! The schemas of a resource, as its fields have them.

use std::borrow::Cow;
use std::marker::PhantomData;

use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat,
    SchemaType, Type,
};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoParams, PartialSchema, ToSchema};

use super::definition::Definition;
use super::entity::Entity;
use crate::fields::Field;

/// A record in an answer.
pub struct Shown<E>(PhantomData<E>);
/// The body of a create.
pub struct CreateBody<E>(PhantomData<E>);
/// The body of a replace.
pub struct ReplaceBody<E>(PhantomData<E>);
/// A JSON merge patch.
pub struct PatchBody<E>(PhantomData<E>);
/// A page of a list.
pub struct Page<E>(PhantomData<E>);
/// The parameters of a list.
pub struct ListParameters<E>(PhantomData<E>);

impl<E: Entity> PartialSchema for Shown<E> {
    fn schema() -> RefOr<Schema> {
        let time = || string(KnownFormat::DateTime);
        let mut object = ObjectBuilder::new().schema_type(Type::Object);
        object = object.property("id", string(KnownFormat::Uuid)).required("id");
        for field in fields::<E>().iter().filter(|field| !field.secret) {
            let missing = !field.required && field.nullable;
            object =
                object.property(field.name, property(field, false, missing)).required(field.name);
        }
        object = object.property("createdAt", time()).required("createdAt");
        object.property("updatedAt", time()).required("updatedAt").into()
    }
}

impl<E: Entity> PartialSchema for CreateBody<E> {
    fn schema() -> RefOr<Schema> {
        body::<E>(Holds::ANewRecord)
    }
}

impl<E: Entity> PartialSchema for ReplaceBody<E> {
    fn schema() -> RefOr<Schema> {
        body::<E>(Holds::AWholeRecord)
    }
}

impl<E: Entity> PartialSchema for PatchBody<E> {
    fn schema() -> RefOr<Schema> {
        body::<E>(Holds::SomeProperties)
    }
}

impl<E: Entity> PartialSchema for Page<E> {
    fn schema() -> RefOr<Schema> {
        let items = ArrayBuilder::new()
            .items(Ref::from_schema_name(E::SCHEMAS.record))
            .max_items(Some(100));
        let cursor =
            ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::String, Type::Null]));
        ObjectBuilder::new()
            .schema_type(Type::Object)
            .property("items", items)
            .required("items")
            .property("nextCursor", cursor)
            .required("nextCursor")
            .into()
    }
}

macro_rules! named {
    ($($schema:ident => $name:ident),+ $(,)?) => {$(
        impl<E: Entity> ToSchema for $schema<E> {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(E::SCHEMAS.$name)
            }
        }
    )+};
}

named!(Shown => record, CreateBody => create, ReplaceBody => replace, PatchBody => patch, Page => page);

impl<E: Entity> IntoParams for ListParameters<E> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let definition = Definition::<E>::new().ok();
        let names = definition.iter().flat_map(Definition::list_parameters);
        names
            .map(|name| ParameterBuilder::new().name(name).parameter_in(ParameterIn::Query).build())
            .collect()
    }
}

fn fields<E: Entity>() -> Vec<Field<E>> {
    E::fields().unwrap_or_default()
}

/// What a body has to hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    ANewRecord,
    AWholeRecord,
    SomeProperties,
}

fn body<E: Entity>(holds: Holds) -> RefOr<Schema> {
    let mut object = ObjectBuilder::new().schema_type(Type::Object);
    for field in fields::<E>().iter().filter(|field| field.writable) {
        let state = E::LIFECYCLE.filter(|lifecycle| lifecycle.field == field.name);
        let given = field.required && field.default.is_none() && state.is_none();
        let mut schema = property(field, true, !given);
        if let (Some(lifecycle), Holds::ANewRecord) = (state, holds) {
            schema = schema.enum_values(Some([lifecycle.initial]));
        }
        object = object.property(field.name, schema);
        if given && holds != Holds::SomeProperties {
            object = object.required(field.name);
        }
    }
    object.additional_properties(Some(AdditionalProperties::FreeForm(false))).into()
}

fn property<E: 'static>(field: &Field<E>, limits: bool, missing: bool) -> ObjectBuilder {
    let schema = field.kind.schema(limits);
    let built = schema.build();
    let kind = match (&built.schema_type, missing) {
        (SchemaType::Type(kind), true) => SchemaType::from_iter([kind.clone(), Type::Null]),
        (kind, _) => kind.clone(),
    };
    ObjectBuilder::from(built).schema_type(kind)
}

fn string(format: KnownFormat) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(format)))
}
