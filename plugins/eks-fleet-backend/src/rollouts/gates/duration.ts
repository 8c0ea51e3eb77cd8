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
import { secondsOf } from '../strategy/durations';

/** A duration such as `90m`, as seconds. */
export const duration = z.string().transform((text, context) => {
  const seconds = secondsOf(text);
  if (seconds === undefined) {
    context.addIssue({
      code: 'custom',
      message: `${JSON.stringify(
        text,
      )} is no duration; write it as in 12h, 90m or 1d12h`,
    });
    return z.NEVER;
  }
  return seconds;
});
