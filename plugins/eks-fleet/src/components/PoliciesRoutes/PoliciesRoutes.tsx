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

import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { GridSkeleton } from '../GridSkeleton';
import { PoliciesPage } from '../PoliciesPage';

// Most come for the matrix: what it does not show is loaded by whoever goes on.
const PolicyPage = lazy(async () => ({
  default: (await import('../PolicyPage')).PolicyPage,
}));
const FindingsPage = lazy(async () => ({
  default: (await import('../FindingsPage')).FindingsPage,
}));
const ExceptionsPage = lazy(async () => ({
  default: (await import('../ExceptionsPage')).ExceptionsPage,
}));

/** The matrix, one policy, what breaks policies, and who is exempt. */
export function PoliciesRoutes() {
  return (
    <Suspense fallback={<GridSkeleton />}>
      <Routes>
        <Route index element={<PoliciesPage />} />
        <Route path="policy/:name" element={<PolicyPage />} />
        <Route path="findings" element={<FindingsPage />} />
        <Route path="exceptions" element={<ExceptionsPage />} />
      </Routes>
    </Suspense>
  );
}
