/** Problems as each host shows them. */
export const write = {
  text: (refusals, notes) =>
    [
      ...refusals.map(each => `${at(each)}: ${plain(each.message)}`),
      ...notes.map(each => `${at(each)}: note: ${plain(each.message)}`),
      refusals.length > 0
        ? `${refusals.length} refused.`
        : `Nothing to refuse.`,
      '',
    ].join('\n'),

  // Workflow commands: annotations of the lines of a pull request.
  github: (refusals, notes) =>
    [
      ...refusals.map(each => command('error', each)),
      ...notes.map(each => command('notice', each)),
      '',
    ].join('\n'),

  // A code quality report.
  gitlab: (refusals, notes) =>
    `${JSON.stringify(
      [
        ...refusals.map(each => finding('blocker', each)),
        ...notes.map(each => finding('info', each)),
      ],
      null,
      2,
    )}\n`,
};

function at({ file, line }) {
  return `${plain(file)}:${line}`;
}

/** Names and values are somebody's: nothing in them starts a line of its own. */
function plain(text) {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function command(kind, { file, line, message }) {
  const data = text => plain(text).replace(/%/g, '%25');
  const property = text => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::${kind} file=${property(file)},line=${line}::${data(message)}`;
}

function finding(severity, { file, line, message }) {
  return {
    description: plain(message),
    check_name: 'fleet',
    fingerprint: `${file}: ${message}`,
    severity,
    location: { path: file, lines: { begin: line } },
  };
}
