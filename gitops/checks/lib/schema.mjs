/** The kinds of values that JSON Schema knows. */
const IS = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
  array: value => Array.isArray(value),
  object: value =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Each keyword that our schemas use: what it has against a value, if anything. */
const KEYWORDS = {
  type: (types, value) =>
    [types].flat().some(type => IS[type](value))
      ? undefined
      : `must be ${[types].flat().map(article).join(' or ')}`,
  const: (right, value) =>
    value === right ? undefined : `must be ${JSON.stringify(right)}`,
  enum: (right, value) =>
    right.includes(value)
      ? undefined
      : `must be one of ${right.map(each => JSON.stringify(each)).join(', ')}`,
  pattern: (pattern, value) =>
    !IS.string(value) || new RegExp(pattern, 'u').test(value)
      ? undefined
      : `must match ${pattern}`,
  minLength: (least, value) =>
    !IS.string(value) || [...value].length >= least
      ? undefined
      : least === 1
      ? 'must not be empty'
      : `must have at least ${least} characters`,
  maxLength: (most, value) =>
    !IS.string(value) || [...value].length <= most
      ? undefined
      : `must have at most ${most} characters`,
  minimum: (least, value) =>
    !IS.number(value) || value >= least
      ? undefined
      : `must be at least ${least}`,
  maximum: (most, value) =>
    !IS.number(value) || value <= most ? undefined : `must be at most ${most}`,
  minItems: (least, value) =>
    !IS.array(value) || value.length >= least
      ? undefined
      : `must have at least ${least}`,
  maxItems: (most, value) =>
    !IS.array(value) || value.length <= most
      ? undefined
      : `must have at most ${most}`,
  uniqueItems: (unique, value) =>
    !unique ||
    !IS.array(value) ||
    new Set(value.map(each => JSON.stringify(each))).size === value.length
      ? undefined
      : 'must have nothing twice',
  minProperties: (least, value) =>
    !IS.object(value) || Object.keys(value).length >= least
      ? undefined
      : 'must not be empty',
  maxProperties: (most, value) =>
    !IS.object(value) || Object.keys(value).length <= most
      ? undefined
      : `must have at most ${most} fields`,
};

/** Keywords that lead into a value, or say nothing about one. */
const OTHERS = new Set([
  '$schema',
  'title',
  'description',
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'required',
  'items',
  'oneOf',
  'anyOf',
  'allOf',
]);

function article(type) {
  return type === 'null'
    ? 'nothing'
    : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

/**
 * What a JSON Schema (draft 7, as far as schemas here use it) has against a
 * value, as `{ path, message }`.
 *
 * @throws an Error at a keyword that is not known: it would not be held to
 */
export function against(schema, value, path = []) {
  if (schema === true) {
    return [];
  }
  if (schema === false) {
    return [{ path, message: 'is not known here' }];
  }
  const unknown = Object.keys(schema).find(
    each => !(each in KEYWORDS) && !OTHERS.has(each),
  );
  if (unknown) {
    throw new Error(`the keyword ${unknown} of a schema is not known`);
  }
  const own = Object.entries(KEYWORDS).flatMap(([keyword, check]) => {
    const message =
      keyword in schema ? check(schema[keyword], value) : undefined;
    return message ? [{ path, message }] : [];
  });
  return [
    ...own,
    ...againstAlternatives(schema, value, path),
    ...(IS.object(value) ? againstFields(schema, value, path) : []),
    ...(IS.array(value) && schema.items !== undefined
      ? value.flatMap((each, index) =>
          against(schema.items, each, [...path, index]),
        )
      : []),
  ];
}

function againstFields(schema, value, path) {
  const { properties = {}, patternProperties = {}, required = [] } = schema;
  const missing = required
    .filter(name => !Object.hasOwn(value, name))
    .map(name => ({ path, message: `lacks ${name}` }));
  const present = Object.entries(value).flatMap(([name, each]) => {
    const at = [...path, name];
    const named = schema.propertyNames
      ? against(schema.propertyNames, name, at)
      : [];
    const schemas = [
      ...(Object.hasOwn(properties, name) ? [properties[name]] : []),
      ...Object.entries(patternProperties)
        .filter(([pattern]) => new RegExp(pattern, 'u').test(name))
        .map(([, found]) => found),
    ];
    const fallback = schema.additionalProperties ?? true;
    return [
      ...named,
      ...(schemas.length > 0 ? schemas : [fallback]).flatMap(found =>
        against(found, each, at),
      ),
    ];
  });
  return [...missing, ...present];
}

function againstAlternatives(schema, value, path) {
  const all = (schema.allOf ?? []).flatMap(each => against(each, value, path));
  const kinds = schema.oneOf ?? schema.anyOf;
  const found = kinds?.map(each => against(each, value, path));
  return !found || found.some(each => each.length === 0)
    ? all
    : // The one that comes nearest says best what is wrong.
      [...all, ...found.sort((a, b) => a.length - b.length)[0]];
}
