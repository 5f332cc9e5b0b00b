use super::case::Case;
use super::sentences;
use serde_json::{Value, json};

/// Compares a host's answer with what the case expects.
pub fn compare(case: &Case, mut answer: Value) -> Result<(), String> {
    sentences::remove(&mut answer).map_err(|fault| format!("{fault}\n  in {answer}"))?;
    if let Some(expected) = &case.expected {
        return same(expected, &answer);
    }
    let outline = case.outline.as_ref().ok_or("no expectation")?;
    if outline.get("recipients").is_some() {
        let count = |list: &str| answer.get(list).and_then(Value::as_array).map(Vec::len);
        let counts = json!({ "recipients": count("recipients"), "residue": count("residue") });
        return same(outline, &counts);
    }
    if outline.get("warnings").is_some() {
        let warnings = answer.pointer("/evaluation/warnings").or(answer.pointer("/body/warnings"));
        return same(outline, &json!({ "warnings": warnings }));
    }
    let codes = json!({ "codes": runs(&answer) });
    let status = json!({ "status": answer.pointer("/problem/status").or(answer.get("status")) });
    same(outline, if outline.get("codes").is_some() { &codes } else { &status })
}

fn same(expected: &Value, answer: &Value) -> Result<(), String> {
    if expected == answer {
        return Ok(());
    }
    Err(format!("\n  expected {expected}\n  answered {answer}"))
}

/// The codes of an evaluation's rows, run by run: `[["granted", 2], ["limit_reached", 1]]`.
fn runs(answer: &Value) -> Vec<(String, usize)> {
    let rows = answer.pointer("/evaluation/results").and_then(Value::as_array);
    let mut runs: Vec<(String, usize)> = Vec::new();
    for row in rows.into_iter().flatten() {
        let code = row.get("code").and_then(Value::as_str).unwrap_or_default();
        match runs.last_mut() {
            Some((last, count)) if last == code => *count += 1,
            _ => runs.push((code.to_owned(), 1)),
        }
    }
    runs
}
