using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.TestSupport;

public static class SharedRecordings
{
    extension(Recording)
    {
        /// <summary>
        /// Reads <c>recordings/{generation}/{name}</c> of the shared folder; skips the running test where it is absent.
        /// </summary>
        /// <param name="generation"><c>legacy</c> or <c>v2</c>.</param>
        /// <param name="name">The file name.</param>
        public static Recording Load(string generation, string name) =>
            Recording.Parse(name, File.ReadAllBytes(SharedFolder.Require("recordings", generation, name)));
    }
}
