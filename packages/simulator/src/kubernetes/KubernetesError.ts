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

/** A refusal of the Kubernetes API. */
export class KubernetesError extends Error {
  readonly code: number;
  readonly reason: string;

  static unauthorized(): KubernetesError {
    return new KubernetesError(401, 'Unauthorized', 'Unauthorized');
  }

  static forbidden(user: string, verb: string, path: string): KubernetesError {
    return new KubernetesError(
      403,
      'Forbidden',
      `forbidden: User "${user}" cannot ${verb.toLowerCase()} path "${path}"`,
    );
  }

  static notFound(): KubernetesError {
    return new KubernetesError(
      404,
      'NotFound',
      'the server could not find the requested resource',
    );
  }

  constructor(code: number, reason: string, message: string) {
    super(message);
    this.name = 'KubernetesError';
    this.code = code;
    this.reason = reason;
  }

  toStatus(): Record<string, unknown> {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      code: this.code,
    };
  }
}
