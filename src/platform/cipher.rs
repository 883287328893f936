//! Texts that only a passphrase opens, by the browser's own cryptography: PBKDF2 and AES-GCM.

use crate::exchange::sealed::{ROUNDS, Sealed};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// Seals a text.
///
/// # Errors
/// Where the browser has no cryptography for this page: it came by an address that is not safe.
pub async fn seal(text: &str, passphrase: &str) -> Result<Sealed, JsValue> {
    let (salt, iv) = (random(16)?, random(12)?);
    let key = key(passphrase, &salt, ROUNDS, "encrypt").await?;
    let with = object(&[("name", "AES-GCM".into()), ("iv", iv.clone().into())])?;
    let ciphered = subtle()?.encrypt_with_object_and_u8_array(&with, &key, text.as_bytes())?;
    let data = Uint8Array::new(&JsFuture::from(ciphered).await?);
    Ok(Sealed::new(base64(&salt)?, base64(&iv)?, base64(&data)?))
}

/// Opens what was sealed.
///
/// # Errors
/// Where it is another passphrase, or the text was damaged.
pub async fn open(sealed: &Sealed, passphrase: &str) -> Result<String, JsValue> {
    let (salt, iv, data) = (bytes(&sealed.salt)?, bytes(&sealed.iv)?, bytes(&sealed.data)?);
    let key = key(passphrase, &salt, sealed.rounds, "decrypt").await?;
    let with = object(&[("name", "AES-GCM".into()), ("iv", iv.into())])?;
    let opened = subtle()?.decrypt_with_object_and_buffer_source(&with, &key, &data)?;
    let text = Uint8Array::new(&JsFuture::from(opened).await?).to_vec();
    String::from_utf8(text).map_err(|_| JsValue::NULL)
}

async fn key(passphrase: &str, salt: &Uint8Array, rounds: u32, purpose: &str) -> Result<CryptoKey, JsValue> {
    let subtle = subtle()?;
    // Whatever keyboard it was typed on, a letter with its accent is one.
    let passphrase = js_sys::JsString::from(passphrase).normalize("NFC");
    let passphrase = Uint8Array::from(String::from(passphrase).as_bytes());
    let usages = Array::of1(&"deriveKey".into());
    let typed = subtle.import_key_with_str("raw", &passphrase, "PBKDF2", false, &usages)?;
    let typed: CryptoKey = coming(typed).await?.unchecked_into();
    let hashed = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", salt.clone().into()),
        ("iterations", rounds.into()),
    ])?;
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let usages = Array::of1(&purpose.into());
    let key = subtle.derive_key_with_object_and_object(&hashed, &typed, &wanted, false, &usages)?;
    Ok(coming(key).await?.unchecked_into())
}

async fn coming(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

/// There is none where the page came by an address that is not safe.
fn subtle() -> Result<SubtleCrypto, JsValue> {
    let crypto = window().crypto()?;
    Reflect::get(&crypto, &"subtle".into())?.dyn_into()
}

fn random(count: u32) -> Result<Uint8Array, JsValue> {
    let bytes = Uint8Array::new_with_length(count);
    window().crypto()?.get_random_values_with_array_buffer_view(&bytes)?;
    Ok(bytes)
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

fn base64(bytes: &Uint8Array) -> Result<String, JsValue> {
    window().btoa(&bytes.to_vec().into_iter().map(char::from).collect::<String>())
}

fn bytes(base64: &str) -> Result<Uint8Array, JsValue> {
    let text = window().atob(base64)?;
    let bytes: Result<Vec<u8>, _> = text.chars().map(u8::try_from).collect();
    Ok(Uint8Array::from(bytes.map_err(|_| JsValue::NULL)?.as_slice()))
}
