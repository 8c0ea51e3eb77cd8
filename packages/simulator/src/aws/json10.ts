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

import { CLOUDWATCH_ERRORS } from './errors';
import type { Protocol } from './protocols';

/**
 * AWS's JSON 1.0, as a service speaks it that once spoke the Query protocol
 * alone, and whose clients look for the errors of that one in a header.
 */
export const json10: Protocol = {
  errors: CLOUDWATCH_ERRORS,
  renderResult: (_operation, result, requestId) => ({
    status: 200,
    headers: headersOf(requestId),
    body: JSON.stringify(result),
  }),
  renderError: (error, requestId) => ({
    status: error.status,
    headers: {
      ...headersOf(requestId),
      'x-amzn-query-error': `${error.code};${
        error.status < 500 ? 'Sender' : 'Receiver'
      }`,
    },
    body: JSON.stringify({
      __type: error.code,
      message: error.message,
      ...error.members,
    }),
  }),
};

function headersOf(requestId: string): Record<string, string> {
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': requestId,
  };
}
