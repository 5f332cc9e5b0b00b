//! Section 7, rules 1, 16 and 17 and the course of a batch, and the shape of section 8.

use serde_json::{Map, Value, json};

use super::email::Address;
use super::facts::{
    Kind, Principal, Recipient, addresses_of_account, current_role, flag, list, matches_any,
    resolve, text,
};
use super::rules;
use super::truth::{Truth, known};

/// A row that succeeded.
pub struct Success {
    pub index: usize,
    pub principal: Principal,
    pub role: String,
}

/// What became of a row: its code, the codes in `also`, its params (null: none).
struct Outcome {
    code: &'static str,
    also: Vec<&'static str>,
    params: Value,
}

/// The evaluation of a valid request against a valid snapshot, without the `error` sentences.
pub fn evaluate(request: &Value, snapshot: &Value) -> Value {
    let rows = list(&request["recipients"]);
    let mut used: Vec<u64> =
        list(&snapshot["limits"]).iter().map(|limit| limit["used"].as_u64().unwrap_or(0)).collect();
    let mut successes: Vec<Success> = Vec::new();
    let mut results = Vec::new();
    let mut grants = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let result = match resolve(row, snapshot) {
            Err(detail) => invalid_email(index, row, detail),
            Ok(recipient) => {
                let outcome = decide(&recipient, snapshot, rows.len(), &successes, &used);
                let success = outcome.code == "granted" || outcome.code == "invited";
                let notify = success
                    && recipient.kind != Kind::Bot
                    && flag(&request["should_send_notification"], true);
                let address = if success { mailed_address(&recipient, snapshot) } else { None };
                if success {
                    consume(&recipient, snapshot, &mut used);
                    grants.push(grant(&recipient, &outcome, address.as_deref(), notify));
                    successes.push(Success {
                        index,
                        principal: recipient.principal.clone(),
                        role: recipient.role.clone(),
                    });
                }
                result(index, row, &recipient, snapshot, &outcome, address.as_deref(), notify)
            }
        };
        results.push(result);
    }
    let mut evaluation = json!({
        "total": rows.len(),
        "successful": successes.len(),
        "failed": rows.len() - successes.len(),
        "results": results,
        "grants": grants,
    });
    if !snapshot["revision"].is_null() {
        evaluation["revision"] = snapshot["revision"].clone();
    }
    evaluation
}

/// "The row's `code` is the first true one in this order, the other true ones follow in `also`."
fn decide(
    recipient: &Recipient,
    snapshot: &Value,
    total: usize,
    earlier: &[Success],
    used: &[u64],
) -> Outcome {
    let mut true_ones = Vec::new();
    let mut conditions = Vec::new();
    for (code, (condition, params)) in rules::all(recipient, snapshot, earlier) {
        if condition == Truth::True {
            true_ones.push((code, params));
        }
        conditions.push(condition);
    }
    if let Some((code, params)) = true_ones.first() {
        let also = true_ones[1..].iter().map(|(code, _)| *code).collect();
        return Outcome { code, also, params: params.clone() };
    }
    // 17: "none of 1-15 is true, and one of them is unknown, or whether to grant or invite, or
    // whether a limit counts the row". Grant or invite is a question about an e-mail's account.
    conditions.push(rules::is_invite(recipient));
    for limit in list(&snapshot["limits"]) {
        // "A limit with room for the whole request (`max - used >= total`) makes nothing unknown."
        if room(limit) < total as i128 {
            conditions.push(counts(limit, recipient));
        }
    }
    let missing = rules::missing(&conditions);
    if !missing.is_empty() {
        return Outcome {
            code: "indeterminate",
            also: Vec::new(),
            params: json!({"missing": missing}),
        };
    }
    // 16: "none of 1-15 and 17, and a limit it counts against is full"; "the first full one in
    // snapshot order is reported and nothing is consumed".
    for (limit, used) in list(&snapshot["limits"]).iter().zip(used) {
        if counts(limit, recipient) == Truth::True && *used >= limit["max"].as_u64().unwrap_or(0) {
            let params = json!({"limit": limit["name"], "max": limit["max"], "used": used});
            return Outcome { code: "limit_reached", also: Vec::new(), params };
        }
    }
    // "`granted` (an account or bot gets the role) or `invited` (an address without an account
    // becomes a placeholder)."
    let code = if rules::is_invite(recipient) == Truth::True { "invited" } else { "granted" };
    Outcome { code, also: Vec::new(), params: Value::Null }
}

/// `max - used` of the snapshot, below zero when `used` is above `max`.
fn room(limit: &Value) -> i128 {
    i128::from(limit["max"].as_u64().unwrap_or(0)) - i128::from(limit["used"].as_u64().unwrap_or(0))
}

/// Whether a limit counts a row.
fn counts(limit: &Value, recipient: &Recipient) -> Truth {
    match text(&limit["applies_to"], "") {
        "all" => Truth::True,
        "external" => recipient.external.clone(),
        "invite" => rules::is_invite(recipient),
        "bot" => known(recipient.kind == Kind::Bot),
        other => panic!("no limit applies to {other:?}"),
    }
}

/// "Limits are consumed in request order by rows that succeed, one from each limit that counts
/// them." (A limit with room for all may not know; it can never be full.)
fn consume(recipient: &Recipient, snapshot: &Value, used: &mut [u64]) {
    for (limit, used) in list(&snapshot["limits"]).iter().zip(used) {
        if counts(limit, recipient) == Truth::True {
            *used += 1;
        }
    }
}

/// The `address` of a successful row.
fn mailed_address(recipient: &Recipient, snapshot: &Value) -> Option<String> {
    let of_account = match &recipient.principal {
        Principal::User(id) => addresses_of_account(snapshot, id),
        Principal::Bot(_) | Principal::Email(_) => Vec::new(),
    };
    match &recipient.email {
        // "For an e-mail row the account's own spelling of that address, else the row's canonical one";
        Some(sent) => {
            let own = of_account.into_iter().find(|address| address.key == sent.key);
            Some(own.unwrap_or_else(|| sent.clone()).address)
        }
        // "for an id row the account's first known address that rules 8 and 9 do not exclude;
        // absent when none is known".
        None => of_account
            .into_iter()
            .find(|address| !excluded(address, recipient, snapshot))
            .map(|found| found.address),
    }
}

/// Whether rule 8 or rule 9 would be true of this address alone.
fn excluded(address: &Address, recipient: &Recipient, snapshot: &Value) -> bool {
    let allowed_domains = list(&snapshot["policy"]["allowed_domains"]);
    let blocked = matches_any(address, list(&snapshot["policy"]["blocked_domains"]));
    let not_allowed = !allowed_domains.is_empty()
        && !matches_any(address, allowed_domains)
        && recipient.external != Truth::False;
    blocked || not_allowed
}

/// `{user_id}`, `{bot_id}` or `{email: key}`.
fn principal_json(principal: &Principal) -> Value {
    match principal {
        Principal::User(id) => json!({"user_id": id}),
        Principal::Bot(id) => json!({"bot_id": id}),
        Principal::Email(key) => json!({"email": key}),
    }
}

/// "The row as sent (null members left out)."
fn as_sent(row: &Value) -> Value {
    let mut sent = Map::new();
    for name in ["role", "user_id", "email", "bot_id"] {
        if !row[name].is_null() {
            sent.insert(name.to_owned(), row[name].clone());
        }
    }
    Value::Object(sent)
}

/// 1: "section 4 (no other code is then looked for)".
fn invalid_email(index: usize, row: &Value, detail: &str) -> Value {
    json!({
        "index": index,
        "recipient": as_sent(row),
        "success": false,
        "code": "invalid_email",
        "params": {"detail": detail},
        "notify": false,
    })
}

fn result(
    index: usize,
    row: &Value,
    recipient: &Recipient,
    snapshot: &Value,
    outcome: &Outcome,
    address: Option<&str>,
    notify: bool,
) -> Value {
    let success = outcome.code == "granted" || outcome.code == "invited";
    let mut result = json!({
        "index": index,
        "recipient": as_sent(row),
        "success": success,
        "code": outcome.code,
        "principal": principal_json(&recipient.principal),
        "notify": notify,
    });
    if !outcome.also.is_empty() {
        result["also"] = json!(outcome.also);
    }
    if !outcome.params.is_null() {
        result["params"] = outcome.params.clone();
    }
    if let Some(address) = address {
        result["address"] = json!(address);
    }
    if success {
        result["role"] = json!(recipient.role);
    }
    if let Some(role) = current_role(snapshot, &recipient.principal) {
        result["current_role"] = json!(role);
    }
    match recipient.external {
        Truth::True => result["external"] = json!(true),
        Truth::False => result["external"] = json!(false),
        Truth::Unknown(_) => {}
    }
    result
}

/// `{principal, address?, role, action: grant | invite, notify}`.
fn grant(recipient: &Recipient, outcome: &Outcome, address: Option<&str>, notify: bool) -> Value {
    let mut grant = json!({
        "principal": principal_json(&recipient.principal),
        "role": recipient.role,
        "action": if outcome.code == "invited" { "invite" } else { "grant" },
        "notify": notify,
    });
    if let Some(address) = address {
        grant["address"] = json!(address);
    }
    grant
}
