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

/** An answer that AWS gives in place of a result. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Members that the error's shape has beside the message. */
  readonly members: Record<string, unknown>;

  constructor(
    code: string,
    status: number,
    message: string,
    members: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

/** What goes wrong before an operation is reached; each protocol has its own names. */
export type CommonErrorKind =
  | 'missingAuthentication'
  | 'unknownCredentials'
  | 'expiredCredentials'
  | 'invalidSignature'
  | 'denied'
  | 'throttled'
  | 'unknownOperation'
  | 'internal';

export type CommonErrors = Record<
  CommonErrorKind,
  { code: string; status: number; message: string }
>;

const MESSAGES: Record<CommonErrorKind, string> = {
  missingAuthentication: 'Missing Authentication Token',
  unknownCredentials: 'The security token included in the request is invalid.',
  expiredCredentials: 'The security token included in the request is expired',
  invalidSignature:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  denied: 'You are not authorized to perform this operation.',
  throttled: 'Rate exceeded',
  unknownOperation: 'The requested operation does not exist.',
  internal: 'An internal error occurred.',
};

type Row = [code: string, status: number, message?: string];

function commonErrors(rows: Record<CommonErrorKind, Row>): CommonErrors {
  return Object.fromEntries(
    Object.entries(rows).map(([kind, [code, status, message]]) => [
      kind,
      { code, status, message: message ?? MESSAGES[kind as CommonErrorKind] },
    ]),
  ) as CommonErrors;
}

/** As the services that speak JSON name what they have in common. */
const JSON_NAMES = {
  missingAuthentication: ['MissingAuthenticationTokenException', 403],
  unknownCredentials: ['UnrecognizedClientException', 403],
  expiredCredentials: ['ExpiredTokenException', 403],
  invalidSignature: ['InvalidSignatureException', 403],
  denied: ['AccessDeniedException', 403],
  unknownOperation: ['UnknownOperationException', 404],
} satisfies Partial<Record<CommonErrorKind, Row>>;

export const REST_JSON_ERRORS = commonErrors({
  ...JSON_NAMES,
  throttled: ['ThrottlingException', 429],
  internal: ['ServerException', 500],
});

export const ACCOUNT_ERRORS = commonErrors({
  ...JSON_NAMES,
  throttled: ['TooManyRequestsException', 429, 'Too Many Requests'],
  internal: ['InternalServerException', 500],
});

export const ZONAL_SHIFT_ERRORS = commonErrors({
  ...JSON_NAMES,
  throttled: ['ThrottlingException', 429],
  internal: ['InternalServerException', 500],
});

export const SECURITY_HUB_ERRORS = commonErrors({
  ...JSON_NAMES,
  throttled: ['TooManyRequestsException', 429, 'Too Many Requests'],
  internal: ['InternalException', 500],
});

export const CLOUDWATCH_ERRORS = commonErrors({
  missingAuthentication: ['MissingAuthenticationTokenException', 403],
  unknownCredentials: ['InvalidClientTokenId', 403],
  expiredCredentials: ['ExpiredToken', 403],
  invalidSignature: ['SignatureDoesNotMatch', 403],
  denied: ['AccessDenied', 403],
  throttled: ['Throttling', 400],
  unknownOperation: ['InvalidAction', 400],
  internal: ['InternalServiceFault', 500],
});

export const JSON_ERRORS = commonErrors({
  missingAuthentication: ['MissingAuthenticationTokenException', 400],
  unknownCredentials: ['UnrecognizedClientException', 400],
  expiredCredentials: ['ExpiredTokenException', 400],
  invalidSignature: ['InvalidSignatureException', 400],
  denied: ['AccessDeniedException', 400],
  throttled: ['TooManyRequestsException', 400],
  unknownOperation: ['UnknownOperationException', 400],
  internal: ['ServiceException', 500],
});

export const QUERY_ERRORS = commonErrors({
  missingAuthentication: [
    'MissingAuthenticationToken',
    403,
    'Request is missing Authentication Token',
  ],
  unknownCredentials: ['InvalidClientTokenId', 403],
  expiredCredentials: ['ExpiredToken', 403],
  invalidSignature: ['SignatureDoesNotMatch', 403],
  denied: ['AccessDenied', 403],
  throttled: ['Throttling', 400],
  unknownOperation: ['InvalidAction', 400],
  internal: ['InternalFailure', 500],
});

const EC2_CREDENTIALS =
  'AWS was not able to validate the provided access credentials';

export const EC2_ERRORS = commonErrors({
  missingAuthentication: [
    'MissingParameter',
    400,
    'The request must contain the parameter AWSAccessKeyId',
  ],
  unknownCredentials: ['AuthFailure', 401, EC2_CREDENTIALS],
  expiredCredentials: ['RequestExpired', 400, 'Request has expired.'],
  invalidSignature: ['AuthFailure', 401, EC2_CREDENTIALS],
  denied: ['UnauthorizedOperation', 403],
  throttled: ['RequestLimitExceeded', 503, 'Request limit exceeded.'],
  unknownOperation: [
    'InvalidAction',
    400,
    'The action is not valid for this web service.',
  ],
  internal: ['InternalError', 500],
});
