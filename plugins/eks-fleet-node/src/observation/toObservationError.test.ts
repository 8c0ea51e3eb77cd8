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

import { ObservationFailure } from './ObservationFailure';
import { toObservationError } from './toObservationError';

const USER =
  'User: arn:aws:sts::111122223333:assumed-role/eks-fleet-reader/s is not authorized to perform: eks:ListClusters on resource: arn:aws:eks:eu-west-1:111122223333:cluster/*';

function error(name: string, message = 'words', more: object = {}): Error {
  return Object.assign(new Error(message), { name }, more);
}

const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

describe('toObservationError', () => {
  it('believes a failure that knows what it means', () => {
    const failure = new ObservationFailure('notInstalled', 'no such group', {
      cause: error('AccessDenied'),
    });
    expect(toObservationError(failure)).toEqual({
      code: 'notInstalled',
      message: 'no such group',
    });
  });

  it.each([
    [
      'EKS denies',
      error('AccessDeniedException', USER, status(403)),
      'forbidden',
    ],
    ['STS denies', error('AccessDenied', USER, status(403)), 'forbidden'],
    [
      'an identity policy denies explicitly',
      error(
        'AccessDeniedException',
        `${USER} with an explicit deny in an identity-based policy`,
      ),
      'forbidden',
    ],
    [
      'a service control policy denies',
      error(
        'AccessDeniedException',
        `${USER} with an explicit deny in a service control policy`,
        status(403),
      ),
      'notAllowed',
    ],
    [
      'a named service control policy denies',
      error(
        'AccessDeniedException',
        `${USER} with an explicit deny in a service control policy: arn:aws:organizations::999988887777:policy/o-acme/service_control_policy/p-1`,
      ),
      'notAllowed',
    ],
    [
      'a resource control policy denies',
      error(
        'AccessDenied',
        `${USER} with an explicit deny in a resource control policy`,
      ),
      'notAllowed',
    ],
    [
      'a service control policy denies in EC2',
      error(
        'UnauthorizedOperation',
        'You are not authorized to perform this operation. User: x is not authorized to perform: ec2:DescribeRegions with an explicit deny in a service control policy. Encoded authorization failure message: abc',
      ),
      'notAllowed',
    ],
    [
      'a service control policy allows too little',
      error(
        'AccessDeniedException',
        `${USER} because no service control policy allows the eks:ListClusters action`,
      ),
      'forbidden',
    ],
    ['a session is over', error('ExpiredTokenException'), 'unauthenticated'],
    ['STS says so', error('ExpiredToken'), 'unauthenticated'],
    [
      'keys are unknown',
      error('UnrecognizedClientException', 'x', status(403)),
      'unauthenticated',
    ],
    [
      'STS does not know keys',
      error('InvalidClientTokenId'),
      'unauthenticated',
    ],
    ['EC2 does not know keys', error('AuthFailure'), 'unauthenticated'],
    ['a signature is wrong', error('SignatureDoesNotMatch'), 'unauthenticated'],
    [
      'there are no credentials',
      error('CredentialsProviderError', 'Could not load credentials'),
      'unauthenticated',
    ],
    [
      'EKS throttles',
      error('ThrottlingException', 'Rate exceeded', status(429)),
      'throttled',
    ],
    [
      'EKS throttles under another name',
      error('X', 'y', status(429)),
      'throttled',
    ],
    [
      'EC2 throttles',
      error('RequestLimitExceeded', 'x', status(503)),
      'throttled',
    ],
    ['STS throttles', error('Throttling', 'x', status(400)), 'throttled'],
    [
      'Organizations throttles',
      error('TooManyRequestsException', 'x', status(400)),
      'throttled',
    ],
    [
      'a cluster is not there',
      error(
        'ResourceNotFoundException',
        'No cluster found for name: a.',
        status(404),
      ),
      'notFound',
    ],
    ['a Region is off', error('RegionDisabledException'), 'disabled'],
    ['EC2 asks to opt in', error('OptInRequired'), 'disabled'],
    ['a request takes too long', error('TimeoutError'), 'timeout'],
    ['a scan is stopped', error('AbortError'), 'timeout'],
    [
      'a socket times out',
      error('Error', 'x', { code: 'ETIMEDOUT' }),
      'timeout',
    ],
    [
      'the SDK calls a reset a timeout',
      error('TimeoutError', 'read ECONNRESET', { code: 'ECONNRESET' }),
      'unreachable',
    ],
    [
      'a name does not resolve',
      error('Error', 'getaddrinfo ENOTFOUND x', { code: 'ENOTFOUND' }),
      'unreachable',
    ],
    [
      'a connection is refused',
      error('Error', 'x', { code: 'ECONNREFUSED' }),
      'unreachable',
    ],
    [
      'a certificate is old',
      error('Error', 'x', { code: 'CERT_HAS_EXPIRED' }),
      'unreachable',
    ],
    ['a socket hangs up', error('Error', 'socket hang up'), 'unreachable'],
    [
      'EKS is broken',
      error('ServerException', 'x', status(500)),
      'unreachable',
    ],
    [
      'EKS is away',
      error('ServiceUnavailableException', 'x', status(503)),
      'unreachable',
    ],
    [
      'a parameter is wrong',
      error('InvalidParameterException', 'x', status(400)),
      'invalid',
    ],
    ['something else is', error('TypeError', 'x is not a function'), 'invalid'],
    [
      'a denial is wrapped',
      error('Error', 'x', { cause: error('AccessDenied') }),
      'forbidden',
    ],
    [
      'an organization deny is wrapped twice',
      error('Error', 'x', {
        cause: error('Error', 'y', {
          cause: error(
            'AccessDenied',
            'with an explicit deny in a service control policy',
          ),
        }),
      }),
      'notAllowed',
    ],
    [
      'a refused connection is wrapped',
      error('TypeError', 'fetch failed', {
        cause: error('Error', 'x', { code: 'ECONNREFUSED' }),
      }),
      'unreachable',
    ],
    [
      'throttling is wrapped',
      error('Error', 'x', { cause: error('Throttling') }),
      'throttled',
    ],
  ])('when %s', (_, thrown, code) => {
    expect(toObservationError(thrown)).toEqual({
      code,
      message: thrown.message,
    });
  });

  it('ends where causes go round', () => {
    const [a, b] = [error('A', 'one'), error('B', 'two')];
    Object.assign(a, { cause: b });
    Object.assign(b, { cause: a });
    expect(toObservationError(a)).toEqual({ code: 'invalid', message: 'one' });
  });

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['just words', 'just words'],
    [{ message: 5 }, '[object Object]'],
  ])('says something of %j', (thrown, message) => {
    expect(toObservationError(thrown)).toEqual({ code: 'invalid', message });
  });

  it('shortens what is long', () => {
    expect(
      toObservationError(error('X', 'a'.repeat(9999))).message,
    ).toHaveLength(1000);
  });
});
