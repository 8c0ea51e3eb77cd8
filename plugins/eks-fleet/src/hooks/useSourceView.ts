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

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatSourceView,
  parseSourceView,
  type SourceView,
} from '../lib/sourceView';
import { useFleetLinks } from './useFleetLinks';

/** Which sources are listed; it stands in the address of the page. */
export function useSourceView() {
  const [params, setParams] = useSearchParams();
  const links = useFleetLinks();
  const view = useMemo(() => parseSourceView(params), [params]);
  const change = useCallback(
    (part: Partial<SourceView>) =>
      setParams(
        before =>
          formatSourceView({ ...parseSourceView(before), ...part }, before),
        { replace: true },
      ),
    [setParams],
  );
  /** The address of the page with some of it changed. */
  const hrefOf = useCallback(
    (part: Partial<SourceView>) =>
      links.sources(
        Object.fromEntries(
          formatSourceView({ ...parseSourceView(params), ...part }, params),
        ),
      ),
    [links, params],
  );
  return { view, change, hrefOf };
}
