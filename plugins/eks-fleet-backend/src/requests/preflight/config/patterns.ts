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

import { z } from 'zod';

const WORDS = ['partition', 'account', 'owner', 'environment', 'cluster'];
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A pattern of what one may name, with words in braces and `*`. */
export const pattern = z
  .string({ error: 'must be text' })
  .superRefine((value, context) => {
    const unknown = [...value.matchAll(PLACEHOLDER)].find(
      ([, word]) => !WORDS.includes(word),
    );
    if (unknown) {
      context.addIssue({
        code: 'custom',
        message: `${unknown[0]} stands for nothing; there are ${WORDS.map(
          word => `{${word}}`,
        ).join(', ')}`,
      });
    } else if (
      !/^[\w+=,.@/:*-]+$/.test(value.replaceAll(PLACEHOLDER, 'x')) ||
      value.length > 300
    ) {
      context.addIssue({
        code: 'custom',
        message: `${JSON.stringify(value).slice(
          0,
          80,
        )} is no pattern of letters, digits, +=,.@/:*_- and words in braces`,
      });
    }
  });

/** As {@link pattern}, of a role or another thing of IAM. */
export const arnPattern = pattern.refine(
  value => /^arn:[^:]+:iam::[^:]*:(role|user|policy)\/[^:]+$/.test(value),
  {
    error:
      'must be the pattern of an ARN, such as "arn:aws:iam::{account}:role/team-{owner}-*"',
  },
);
