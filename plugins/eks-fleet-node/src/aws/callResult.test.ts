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

import { callResult } from './callResult';

describe('callResult', () => {
  const error = (name: string, httpStatusCode?: number) =>
    Object.assign(new Error(), { name, $metadata: { httpStatusCode } });

  it.each([
    ['throttled', error('ThrottlingException', 400)],
    ['throttled', error('Whatever', 429)],
    ['denied', error('AccessDeniedException', 403)],
    ['denied', error('ExpiredTokenException', 400)],
    ['serverError', error('ServerException', 500)],
    ['refused', error('InvalidParameterException', 400)],
    ['refused', error('ResourceInUseException', 409)],
    ['unreachable', error('TimeoutError')],
    ['unreachable', undefined],
  ])('is %s for %s', (result, given) => {
    expect(callResult(given)).toBe(result);
  });
});
