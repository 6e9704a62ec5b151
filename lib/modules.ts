import { people } from "./people/module"
import { register } from "./platform/registry"
import { tasks } from "./tasks/module"

register([people, tasks])
