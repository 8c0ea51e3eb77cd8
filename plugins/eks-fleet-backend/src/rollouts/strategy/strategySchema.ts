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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { z } from 'zod';
import { secondsOf } from './durations';
import { isTimeZone, minutesOf, WEEKDAYS } from './localWindows';

const MAX_DURATION_SECONDS = 60 * 24 * 3600;

const quoted = (value: unknown) => JSON.stringify(value)?.slice(0, 80);

/** Text; YAML makes numbers and booleans of what nobody put in quotes. */
const text = (maxLength: number) =>
  z.preprocess(
    value =>
      typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : value,
    z
      .string({ error: 'must be text' })
      .max(maxLength, `must be at most ${maxLength} characters long`),
  );

const checked = (
  maxLength: number,
  fits: (value: string) => boolean,
  wish: (value: string) => string,
) =>
  text(maxLength).refine(value => fits(value), {
    error: ({ input }) => wish(String(input)),
  });

const name = checked(
  63,
  value => /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/.test(value),
  value =>
    `${quoted(value)} is no name; use small letters, digits, "-" and "."`,
);

const duration = checked(
  20,
  value => (secondsOf(value) ?? Infinity) <= MAX_DURATION_SECONDS,
  value =>
    secondsOf(value) === undefined
      ? `${quoted(value)} is no duration; write it as in 12h, 90m or 1d12h`
      : `${quoted(value)} is longer than 60d`,
);

const share = (least: number) =>
  checked(
    5,
    value => {
      const match = /^(\d{1,4})(%?)$/.exec(value);
      const number = Number(match?.[1] ?? -1);
      return number >= least && !(match?.[2] === '%' && number > 100);
    },
    value =>
      `${quoted(
        value,
      )} is neither a number of cells nor a share of them; write it as in ${
        least > 0 ? '2 or 25%, at least 1' : '0, 2 or 25%'
      }`,
  );

const list = <T extends z.ZodType>(item: T, maxLength: number) =>
  z
    .array(item, { error: 'must be a list' })
    .min(1, 'is empty; leave it out instead')
    .max(maxLength, `may have at most ${maxLength} items`);

const strict = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `has no ${issue.keys.map(quoted).join(', ')}; there are ${Object.keys(
            shape,
          ).join(', ')}`
        : `must be an object with ${Object.keys(shape).join(', ')}`,
  });

const labels = z.record(z.string(), text(200), {
  error: 'must be labels with their values',
});

const gate = strict({
  type: checked(
    63,
    value => /^[a-z][A-Za-z0-9.-]{0,62}$/.test(value),
    value =>
      `${quoted(
        value,
      )} is no type of gate; write it as in approval or readiness`,
  ),
  title: text(120).optional(),
  with: z
    .record(z.string(), z.unknown(), {
      error: 'must be what this type of gate asks for, by name',
    })
    .optional(),
});

const gates = z
  .array(gate, { error: 'must be a list of gates' })
  .max(20, 'may have at most 20 gates')
  .optional();

const wave = strict({
  name,
  match: strict({
    labels: labels.optional(),
    accounts: list(
      checked(
        12,
        value => /^\d{12}$/.test(value),
        value =>
          `${quoted(value)} is no account id: twelve digits, put in quotes`,
      ),
      5000,
    ).optional(),
    regions: list(text(40), 100).optional(),
    environments: list(text(100), 100).optional(),
    clusters: list(text(200), 5000).optional(),
  }).optional(),
  size: share(1).optional(),
  splitBy: checked(
    110,
    value => /^(account|region|environment|label:.{1,100})$/.test(value),
    value =>
      `${quoted(
        value,
      )} is none of account, region, environment and label:<key>`,
  ).optional(),
  production: z.boolean({ error: 'must be true or false' }).optional(),
  bake: duration.optional(),
  concurrency: share(1).optional(),
  failureBudget: share(0).optional(),
  before: gates,
  after: gates,
});

const time = checked(
  5,
  value => minutesOf(value) !== undefined,
  value => `${quoted(value)} is no time of the day; write it as in 09:00`,
);

const moment = checked(
  40,
  value =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(
      value,
    ) && !Number.isNaN(Date.parse(value)),
  value =>
    `${quoted(
      value,
    )} is no point in time; write it as in 2026-12-18T17:00:00Z or 2026-12-18T18:00:00+01:00`,
);

const window = strict({
  days: list(
    z.enum([...WEEKDAYS], { error: `must be of ${WEEKDAYS.join(', ')}` }),
    7,
  ),
  from: time,
  to: time,
  timeZone: checked(
    60,
    isTimeZone,
    value => `${quoted(value)} is no time zone; write it as in Europe/Berlin`,
  ).optional(),
});

const freeze = strict({
  name: text(100),
  from: moment,
  to: moment,
  environments: list(text(100), 100).optional(),
}).refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
  path: ['to'],
  error: 'must be after from',
});

const bake = strict({
  first: duration.optional(),
  floor: duration.optional(),
  minimumSamples: z
    .int({ error: 'must be a whole number' })
    .min(0, 'must be from 0 to 100000')
    .max(100_000, 'must be from 0 to 100000')
    .optional(),
}).refine(
  ({ first, floor }) =>
    first === undefined ||
    floor === undefined ||
    secondsOf(floor)! <= secondsOf(first)!,
  { path: ['floor'], error: 'must not be longer than first' },
);

const strategy = strict({
  name,
  title: text(120).optional(),
  description: text(2000).optional(),
  cellBy: checked(
    110,
    value => /^(cluster|label:.{1,100})$/.test(value),
    value => `${quoted(value)} is neither cluster nor label:<key>`,
  ).optional(),
  waves: list(wave, 50).check(({ value, issues }) => {
    value.forEach((item, index) => {
      const before = value.findIndex(other => other.name === item.name);
      if (before < index) {
        issues.push({
          code: 'custom',
          input: item.name,
          path: [index, 'name'],
          message: `${quoted(
            item.name,
          )} is the name of waves[${before}] already`,
        });
      }
    });
  }),
  bake: bake.optional(),
  concurrency: share(1).optional(),
  failureBudget: share(0).optional(),
  rolloutFailureBudget: share(0).optional(),
  retries: z
    .int({ error: 'must be a whole number from 0 to 5' })
    .min(0, 'must be a whole number from 0 to 5')
    .max(5, 'must be a whole number from 0 to 5')
    .optional(),
  nodes: z
    .enum(['afterBake', 'withControlPlane'], {
      error: 'must be afterBake or withControlPlane',
    })
    .optional(),
  pullRequests: z
    .enum(['perCell', 'perWave'], { error: 'must be perCell or perWave' })
    .optional(),
  before: gates,
  after: gates,
  windows: z
    .array(window, { error: 'must be a list of windows' })
    .max(50, 'may have at most 50 windows')
    .optional(),
  freezes: z
    .array(freeze, { error: 'must be a list of freezes' })
    .max(200, 'may have at most 200 freezes')
    .optional(),
  alarms: strict({
    rules: z
      .array(
        strict({
          match: labels.optional(),
          then: z.enum(['hold', 'pause', 'ignore'], {
            error: 'must be hold, pause or ignore',
          }),
        }),
        { error: 'must be a list of rules' },
      )
      .max(50, 'may have at most 50 rules')
      .optional(),
    quiet: duration.optional(),
    pauseAfter: duration.optional(),
  }).optional(),
});

/** What a strategy may say, in words where it says something else. */
export const strategySchema: z.ZodType<RolloutStrategy> =
  strategy as z.ZodType<RolloutStrategy>;
