/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const quoted = (value: unknown) =>
  JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

/** A text that fits, or a sentence of what would be right. */
export const text = (fits: RegExp, right: string) =>
  z
    .string({ error: ({ input }) => `${quoted(input)} is no ${right}` })
    .refine(value => fits.test(value), {
      error: ({ input }) => `${quoted(input)} is no ${right}`,
    });

export const number = (least: number, most: number) =>
  z.preprocess(
    // Configuration from the environment is text.
    value =>
      typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
    z
      .number({ error: ({ input }) => `${quoted(input)} is no number` })
      .refine(value => value >= least && value <= most, {
        error: ({ input }) =>
          `${quoted(input)} is not from ${least} to ${most}`,
      }),
  );

export const whole = (least: number, most: number) =>
  number(least, most).refine(value => Number.isInteger(value), {
    error: ({ input }) => `${quoted(input)} is no whole number`,
  });

export const flag = z.boolean({ error: 'must be true or false' });

export const oneOf = <const T extends readonly [string, ...string[]]>(
  ...words: T
) =>
  z.enum(words, {
    error: ({ input }) => `${quoted(input)} is none of ${words.join(', ')}`,
  });

/** With at least one item: an empty list would allow nothing, which nobody means. */
export const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: 'must be a list' })
    .min(1, 'must name at least one; leave it out for all')
    .max(5000, 'may have at most 5000 items');

export const anyList = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: 'must be a list' })
    .max(5000, 'may have at most 5000 items');

/** Fields by name; any other one is refused. */
export const strict = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `has no ${issue.keys.map(quoted).join(', ')}; there are ${Object.keys(
            shape,
          ).join(', ')}`
        : `must have ${Object.keys(shape).join(', ')}`,
  });

export const environment = text(
  /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/,
  'name of lower-case letters, digits and dashes',
);

export const byName = <T extends z.ZodType>(value: T) =>
  z.record(environment, value, { error: 'must be a map by name' });

export const account = text(/^\d{12}$/, 'account: twelve digits, in quotes');

export const region = text(
  /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/,
  'Region, such as "eu-west-1"',
);

export const cidr = text(
  /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/,
  'block of IPv4 addresses, such as "10.64.0.0/10"',
);

export const owner = z
  .string({ error: 'must be text' })
  .refine(value => ownerOf(value) !== undefined, {
    error: ({ input }) => `${quoted(input)} is no group and no user`,
  })
  .transform(value => ownerOf(value)!);

function ownerOf(value: string): string | undefined {
  try {
    const ref = parseEntityRef(value, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    const whole_ = stringifyEntityRef(ref);
    return /^(group|user):/.test(whole_) ? whole_ : undefined;
  } catch {
    return undefined;
  }
}

export const usd = number(0, 1e9);
