use serde_json::{Map, Value};

/// Takes the sentences out of an answer, after checking that each is there.
pub fn remove(answer: &mut Value) -> Result<(), String> {
    let Some(answer) = answer.as_object_mut() else { return Err("no object".to_owned()) };
    if let Some(problem) = answer.get_mut("problem") {
        remove_from_problem(problem)?;
    }
    if let Some(evaluation) = answer.get_mut("evaluation") {
        rows(evaluation.get_mut("results"))?;
        messages(evaluation.get_mut("warnings"))?;
    }
    if let Some(rows) = answer.get_mut("rows").and_then(Value::as_array_mut) {
        rows.iter_mut().try_for_each(|row| take(row.as_object_mut(), "error"))?;
    }
    messages(answer.get_mut("residue"))?;
    for recipient in
        answer.get_mut("recipients").and_then(Value::as_array_mut).into_iter().flatten()
    {
        messages(recipient.get_mut("warnings"))?;
    }
    match answer.get("content_type").and_then(Value::as_str) {
        Some("application/problem+json") => {
            remove_from_problem(answer.get_mut("body").ok_or("no body")?)
        }
        Some(_) => {
            let body = answer.get_mut("body").ok_or("no body")?;
            messages(body.get_mut("warnings"))?;
            rows(body.get_mut("results"))
        }
        None => Ok(()),
    }
}

fn remove_from_problem(problem: &mut Value) -> Result<(), String> {
    for name in ["type", "title", "detail"] {
        take(problem.as_object_mut(), name)?;
    }
    let errors = problem.get_mut("errors").and_then(Value::as_array_mut).ok_or("no errors")?;
    errors.iter_mut().try_for_each(|error| take(error.as_object_mut(), "message"))
}

/// An error stands exactly on rows that fail.
fn rows(rows: Option<&mut Value>) -> Result<(), String> {
    let rows = rows.and_then(Value::as_array_mut).ok_or("no results")?;
    for row in rows {
        match row.get("success").and_then(Value::as_bool) {
            Some(true) if row.get("error").is_none() => {}
            Some(false) => take(row.as_object_mut(), "error")?,
            Some(true) | None => return Err(format!("success and error disagree: {row}")),
        }
    }
    Ok(())
}

/// A message stands in each of a list, where there is one.
fn messages(list: Option<&mut Value>) -> Result<(), String> {
    let list = list.and_then(Value::as_array_mut).into_iter().flatten();
    list.map(Value::as_object_mut).try_for_each(|one| take(one, "message"))
}

fn take(object: Option<&mut Map<String, Value>>, name: &str) -> Result<(), String> {
    match object.and_then(|object| object.shift_remove(name)) {
        Some(Value::String(sentence)) if !sentence.is_empty() => Ok(()),
        other => Err(format!("{name} is no sentence: {other:?}")),
    }
}
