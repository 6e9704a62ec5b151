import { people } from "./people/module"
import { files } from "./platform/files/module"
import { register } from "./platform/registry"
import { tasks } from "./tasks/module"

register([files, people, tasks])
