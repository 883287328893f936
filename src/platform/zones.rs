//! The clocks of other places.

use crate::model::Stamp;
use crate::view_models::interview::read_offset;
use js_sys::{Array, Function, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// How far east of Greenwich a zone is at an instant, in seconds; `None` where the browser does not tell.
pub fn offset(zone: &str, at: Stamp) -> Option<i32> {
    let asked = Object::new();
    for (name, value) in [("timeZone", zone), ("timeZoneName", "longOffset")] {
        Reflect::set(&asked, &JsValue::from(name), &JsValue::from(value)).ok()?;
    }
    // Made by hand, since a zone or a form that the browser does not know is an error.
    let intl = Reflect::get(&js_sys::global(), &JsValue::from("Intl")).ok()?;
    let format: Function = Reflect::get(&intl, &JsValue::from("DateTimeFormat")).ok()?.dyn_into().ok()?;
    let given = Array::of2(&JsValue::from("en"), &asked);
    let format: DateTimeFormat = Reflect::construct(&format, &given).ok()?.unchecked_into();
    #[allow(clippy::cast_precision_loss)] // far beyond any year with an interview in it
    let millis = JsValue::from((at.timestamp() * 1000) as f64);
    read_offset(&format.format().call1(&JsValue::NULL, &millis).ok()?.as_string()?)
}
