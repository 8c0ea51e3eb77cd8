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

/** A refusal as GitHub words it. */
export class GithubError extends Error {
  readonly status: number;
  readonly errors: unknown[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    more: { errors?: unknown[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }

  static notFound(): GithubError {
    return new GithubError(404, 'Not Found');
  }

  /** A field that is missing or wrong. */
  static invalid(
    resource: string,
    error:
      | { field: string; code: 'missing_field' | 'invalid' | 'missing' }
      | { message: string },
  ): GithubError {
    return new GithubError(422, 'Validation Failed', {
      errors: [
        'message' in error
          ? { resource, code: 'custom', ...error }
          : { resource, ...error },
      ],
    });
  }
}
