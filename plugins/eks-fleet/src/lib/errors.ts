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

/** Whether the backend answered that the reader lacks a right. */
export function isForbidden(error: unknown): boolean {
  return statusOf(error) === 403;
}

/** Whether the backend answered that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return statusOf(error) === 404;
}

/** Whether the backend answered that something has changed meanwhile. */
export function isConflict(error: unknown): boolean {
  return statusOf(error) === 409;
}

/** Whether the backend answered that what it was asked makes no sense. */
export function isBadRequest(error: unknown): boolean {
  return statusOf(error) === 400;
}

function statusOf(error: unknown): number | undefined {
  const response = (error as { response?: { status?: number } } | undefined)
    ?.response;
  return response?.status;
}

/** The words of an error; those of the backend's own answer where it gave some. */
export function errorMessage(error: unknown): string {
  const cause = (error as { cause?: { message?: string } } | undefined)?.cause;
  if (cause?.message) {
    return cause.message;
  }
  return error instanceof Error ? error.message : String(error);
}
