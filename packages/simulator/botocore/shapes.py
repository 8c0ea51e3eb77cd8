#
# Copyright 2026 The EKS Fleet Authors
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#     http://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
"""Compares raw HTTP bodies with botocore's shapes."""
import datetime
import json
import xml.etree.ElementTree as ElementTree

# In AWS's own answers without being in the model.
UNMODELLED = {"ec2": {"requestId"}, "query": {"ResponseMetadata"}}


def json_problems(value, shape, path):
    if value is None:
        # A null stands for an absent member on the wire.
        return []
    kind = shape.type_name
    if kind == "structure":
        if not isinstance(value, dict):
            return [f"{path}: object expected, not {value!r}"]
        names = {
            member.serialization.get("name", name): name
            for name, member in shape.members.items()
        }
        problems = [
            f"{path}.{name}: not in the model" for name in value if name not in names
        ]
        for name in shape.required_members:
            wire = shape.members[name].serialization.get("name", name)
            if value.get(wire) is None:
                problems.append(f"{path}.{wire}: required, and missing")
        for wire, name in names.items():
            if wire in value:
                problems += json_problems(
                    value[wire], shape.members[name], f"{path}.{wire}"
                )
        return problems
    if kind == "list":
        if not isinstance(value, list):
            return [f"{path}: array expected, not {value!r}"]
        return [
            problem
            for index, item in enumerate(value)
            for problem in json_problems(item, shape.member, f"{path}[{index}]")
        ]
    if kind == "map":
        if not isinstance(value, dict):
            return [f"{path}: object expected, not {value!r}"]
        return [
            problem
            for key, item in value.items()
            for problem in json_problems(item, shape.value, f"{path}[{key!r}]")
        ]
    return scalar_problems(value, shape, path)


def scalar_problems(value, shape, path):
    kind = shape.type_name
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    fits = {
        "string": isinstance(value, str),
        "character": isinstance(value, str),
        "boolean": isinstance(value, bool),
        "integer": number and isinstance(value, int),
        "long": number and isinstance(value, int),
        "float": number,
        "double": number,
        "timestamp": number,
    }[kind]
    if not fits:
        return [f"{path}: {kind} expected, not {value!r}"]
    allowed = getattr(shape, "enum", None)
    if allowed and value not in allowed:
        return [f"{path}: {value!r} is none of {', '.join(allowed)}"]
    return []


def local_name(element):
    return element.tag.split("}", 1)[-1]


def xml_problems(element, shape, path, protocol):
    kind = shape.type_name
    if kind == "structure":
        names = {
            member.serialization.get("name", name): member
            for name, member in shape.members.items()
        }
        found = {local_name(child): child for child in element}
        problems = [f"{path}.{name}: not in the model" for name in found if name not in names]
        for name in shape.required_members:
            if shape.members[name].serialization.get("name", name) not in found:
                problems.append(f"{path}.{name}: required, and missing")
        for name, child in found.items():
            if name in names:
                problems += xml_problems(child, names[name], f"{path}.{name}", protocol)
        return problems
    if kind == "list":
        item_name = shape.member.serialization.get(
            "name", "item" if protocol == "ec2" else "member"
        )
        problems = []
        for index, child in enumerate(element):
            here = f"{path}[{index}]"
            if local_name(child) != item_name:
                problems.append(f"{here}: <{item_name}> expected, not <{local_name(child)}>")
            problems += xml_problems(child, shape.member, here, protocol)
        return problems
    return xml_scalar_problems(element, shape, path)


def xml_scalar_problems(element, shape, path):
    text = element.text or ""
    kind = shape.type_name
    try:
        if kind == "timestamp":
            datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
            return []
        if kind in ("integer", "long"):
            return scalar_problems(int(text), shape, path)
    except ValueError:
        return [f"{path}: {kind} expected, not {text!r}"]
    if kind == "boolean":
        return [] if text in ("true", "false") else [f"{path}: boolean expected"]
    return scalar_problems(text, shape, path)


def body_problems(client, operation, recorder):
    model = client.meta.service_model
    shape = model.operation_model(operation).output_shape
    protocol = model.resolved_protocol
    if protocol in ("json", "rest-json"):
        value = json.loads(recorder.body)
        if shape is None:
            return [] if value == {} else [f"{operation}: no members expected"]
        return json_problems(value, shape, operation)
    root = ElementTree.fromstring(recorder.body)
    problems = []
    if local_name(root) != f"{operation}Response":
        problems.append(f"<{operation}Response> expected, not <{local_name(root)}>")
    unmodelled = UNMODELLED.get(protocol, set())
    for child in list(root):
        if local_name(child) in unmodelled:
            root.remove(child)
    if protocol == "query":
        wrapper = shape.serialization["resultWrapper"]
        if [local_name(child) for child in root] != [wrapper]:
            return problems + [f"<{wrapper}> alone expected"]
        root = root[0]
    return problems + xml_problems(root, shape, operation, protocol)
