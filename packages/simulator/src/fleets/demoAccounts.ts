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

/** The accounts of the demo fleet that have clusters to be found. */
export const SANDBOX = '111122223333';
export const DEV = '222233334444';
export const STAGING = '333344445555';
export const PROD = '444455556666';
export const PAYMENTS_PROD = '666677778888';

/** Accounts of one tenant, which tags all of its clusters. */
export const TENANTS: Record<string, string> = { [PAYMENTS_PROD]: 'payments' };
