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

import type { ReactNode } from 'react';
import type { ListPage, Pages, usePages } from '../../hooks/usePages';
import { QueryView } from './QueryView';

/** A list that is read by pages, or why there is none. */
export function PagesView<TPage extends ListPage>(props: {
  list: ReturnType<typeof usePages<TPage>>;
  what: string;
  permission: string;
  skeleton: ReactNode;
  children: (pages: Pages<TPage>) => ReactNode;
}) {
  const { list, ...rest } = props;
  return (
    <QueryView
      query={{
        value: list.pages,
        valueAt: list.pages?.loadedAt,
        // A later page that fails is told below what is there.
        error: list.pages?.cursor ? undefined : list.error,
        failingSince: list.failingSince,
        loading: list.loading,
        retry: list.retry,
      }}
      {...rest}
    />
  );
}
