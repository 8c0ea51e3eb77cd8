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

import {
  ACCOUNT_ERRORS,
  EC2_ERRORS,
  JSON_ERRORS,
  QUERY_ERRORS,
  REST_JSON_ERRORS,
  SECURITY_HUB_ERRORS,
  ZONAL_SHIFT_ERRORS,
  type AwsError,
  type CommonErrors,
} from './errors';
import { toXml } from './xml';

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** How one of AWS's wire protocols words results and errors. */
export interface Protocol {
  errors: CommonErrors;
  renderResult(
    operation: string,
    result: unknown,
    requestId: string,
  ): HttpAnswer;
  renderError(error: AwsError, requestId: string): HttpAnswer;
}

function jsonProtocol(options: {
  contentType: string;
  errors: CommonErrors;
  /** JSON 1.1 names the error in the body, REST-JSON in a header. */
  typeInBody: boolean;
}): Protocol {
  const { contentType, errors, typeInBody } = options;
  const headersOf = (requestId: string) => ({
    'content-type': contentType,
    'x-amzn-requestid': requestId,
  });
  return {
    errors,
    renderResult: (_operation, result, requestId) => ({
      status: 200,
      headers: headersOf(requestId),
      body: JSON.stringify(result),
    }),
    renderError: (error, requestId) => ({
      status: error.status,
      headers: { ...headersOf(requestId), 'x-amzn-errortype': error.code },
      body: JSON.stringify({
        ...(typeInBody
          ? { __type: error.code, Message: error.message }
          : { message: error.message }),
        ...error.members,
      }),
    }),
  };
}

export const restJson = jsonProtocol({
  contentType: 'application/json',
  errors: REST_JSON_ERRORS,
  typeInBody: false,
});

export const accountRestJson = jsonProtocol({
  contentType: 'application/json',
  errors: ACCOUNT_ERRORS,
  typeInBody: false,
});

export const zonalShiftRestJson = jsonProtocol({
  contentType: 'application/json',
  errors: ZONAL_SHIFT_ERRORS,
  typeInBody: false,
});

const plainSecurityHub = jsonProtocol({
  contentType: 'application/json',
  errors: SECURITY_HUB_ERRORS,
  typeInBody: false,
});

/** Its errors have members in capitals, and their code among them. */
export const securityHubRestJson: Protocol = {
  ...plainSecurityHub,
  renderError: (error, requestId) => ({
    ...plainSecurityHub.renderError(error, requestId),
    body: JSON.stringify({ Message: error.message, Code: error.code }),
  }),
};

export const json11 = jsonProtocol({
  contentType: 'application/x-amz-json-1.1',
  errors: JSON_ERRORS,
  typeInBody: true,
});

const STS_NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';
const EC2_NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';

/** The Query protocol, as STS speaks it. */
export const query: Protocol = {
  errors: QUERY_ERRORS,
  renderResult: (operation, result, requestId) => ({
    status: 200,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: `<${operation}Response xmlns="${STS_NAMESPACE}">${toXml(
      `${operation}Result`,
      result,
    )}${toXml('ResponseMetadata', {
      RequestId: requestId,
    })}</${operation}Response>`,
  }),
  renderError: (error, requestId) => ({
    status: error.status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: `<ErrorResponse xmlns="${STS_NAMESPACE}">${toXml('Error', {
      Type: error.status < 500 ? 'Sender' : 'Receiver',
      Code: error.code,
      Message: error.message,
    })}${toXml('RequestId', requestId)}</ErrorResponse>`,
  }),
};

/** EC2's own turn of the Query protocol. */
export const ec2Query: Protocol = {
  errors: EC2_ERRORS,
  renderResult: (operation, result, requestId) => ({
    status: 200,
    headers: { 'content-type': 'text/xml;charset=UTF-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${operation}Response xmlns="${EC2_NAMESPACE}">${toXml(
      'requestId',
      requestId,
    )}${Object.entries(result as object)
      .map(([name, value]) => toXml(name, value))
      .join('')}</${operation}Response>`,
  }),
  renderError: (error, requestId) => ({
    status: error.status,
    headers: { 'content-type': 'text/xml;charset=UTF-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml('Response', {
      Errors: { Error: { Code: error.code, Message: error.message } },
      RequestID: requestId,
    })}`,
  }),
};
