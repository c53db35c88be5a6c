using System.Text;
using System.Text.Json.Nodes;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>Makes a body wrong in one of the ways that bodies are wrong.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1e308", "1e400", "99999999999999999999", "0.1", "\"\"", "\"text\"", "\"\\ud800\"", "\"\\u0000\"",
        "[]", "{}", "[[[]]]", "[null]", "[1,\"a\",{}]", "{\"a\":{\"b\":[]}}", "\"2024-13-45\"", "-0", "1.5e-400", "\"auto\"", "{\"type\":\"auto\"}",
        "{\"type\":null}", "[{\"type\":\"function\"}]", "\"https://169.254.169.254/latest\"", "\"data:image/png;base64,!!\"",
    ];

    public static byte[] Apply(string json, Random random) => random.Next(14) switch
    {
        0 => Encoding.UTF8.GetBytes(json[..random.Next(json.Length + 1)]),
        1 => WithByte(json, 0xFF, random),
        2 => WithByte(json, 0x00, random),
        3 => Encoding.UTF8.GetBytes(new string('[', random.Next(1, 20_000))),
        4 => Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]),
        5 => Encoding.Unicode.GetBytes(json),
        6 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)],
        _ => Encoding.UTF8.GetBytes(Restructured(json, random)),
    };

    private static byte[] WithByte(string json, byte wrong, Random random)
    {
        List<byte> bytes = [.. Encoding.UTF8.GetBytes(json)];
        bytes.Insert(random.Next(bytes.Count + 1), wrong);
        return [.. bytes];
    }

    /// <summary>Some of its values are others, gone, doubled, huge or deep.</summary>
    private static string Restructured(string json, Random random)
    {
        JsonNode? root = JsonNode.Parse(json);
        string mark = "@" + random.Next();
        for (int i = random.Next(1, 4); i > 0; i--)
            Change(root, random, mark);
        return (root?.ToJsonString() ?? "null").Replace($"\"{mark}\"", Replacement(random), StringComparison.Ordinal);
    }

    private static void Change(JsonNode? node, Random random, string mark)
    {
        while (true)
        {
            switch (node)
            {
                case JsonObject { Count: > 0 } map:
                    string name = map.ElementAt(random.Next(map.Count)).Key;
                    if (map[name] is JsonObject or JsonArray && random.Next(3) > 0)
                    {
                        node = map[name];
                        continue;
                    }
                    if (random.Next(5) == 0)
                        map.Remove(name);
                    else if (random.Next(6) == 0)
                        map["unknown_" + name] = 1;
                    else
                        map[name] = mark;
                    return;
                case JsonArray { Count: > 0 } list:
                    int index = random.Next(list.Count);
                    if (list[index] is JsonObject or JsonArray && random.Next(3) > 0)
                    {
                        node = list[index];
                        continue;
                    }
                    if (random.Next(4) == 0)
                    {
                        for (int i = random.Next(1, 200); i > 0; i--)
                            list.Add(list[index]?.DeepClone());
                    }
                    else
                    {
                        list[index] = mark;
                    }
                    return;
                default:
                    return;
            }
        }
    }

    private static string Replacement(Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                return $"\"{new string('x', random.Next(1, 400_000))}\"";
            case 1:
                int depth = random.Next(1, 1_500);
                return new string('[', depth) + new string(']', depth);
            case 2:
                int levels = random.Next(1, 70);
                return string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
            default:
                return Values[random.Next(Values.Length)];
        }
    }
}
