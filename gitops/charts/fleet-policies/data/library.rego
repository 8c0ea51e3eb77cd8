violation contains {"msg": msg} if {
  not exempt
  some msg in problem
}

exempt if {
  some entry in input.parameters.exempt
  regex.match(entry.namespace, namespace)
  regex.match(entry.kind, input.review.object.kind)
  regex.match(entry.name, name)
}

metadata := input.review.object.metadata

name := object.get(metadata, "name", object.get(metadata, "generateName", ""))

default namespace := ""

namespace := metadata.namespace if input.review.object.kind != "Namespace"

namespace := name if input.review.object.kind == "Namespace"

selects(selector, labels) if {
  every key, value in object.get(selector, "matchLabels", {}) {
    labels[key] == value
  }
  every expression in object.get(selector, "matchExpressions", []) {
    meets(expression, labels)
  }
}

meets(expression, labels) if {
  expression.operator == "In"
  labels[expression.key] in expression.values
}

meets(expression, labels) if {
  expression.operator == "NotIn"
  not labels[expression.key] in expression.values
}

meets(expression, labels) if {
  expression.operator == "Exists"
  labels[expression.key]
}

meets(expression, labels) if {
  expression.operator == "DoesNotExist"
  not labels[expression.key]
}
