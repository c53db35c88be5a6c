using System.Text;

namespace AgentsMigration.Gateway.Fuzz;

/// <summary>Uploads, right and wrong.</summary>
internal static class Forms
{
    private static readonly string[] Names = ["data.csv", "a.exe", "", "\"", "ümlaut.txt", "../../etc/passwd", "x.csv; filename*=utf-8''y", new string('n', 5_000) + ".txt"];
    private static readonly string[] Purposes = ["assistants", "assistants", "vision", "", "nothing", new string('p', 5_000)];

    public static (byte[] Body, string ContentType) Create(Random random, bool right)
    {
        const string boundary = "b=_1";
        string name = right ? "data.csv" : Names[random.Next(Names.Length)];
        string purpose = right ? "assistants" : Purposes[random.Next(Purposes.Length)];
        StringBuilder form = new();
        bool fileFirst = random.Next(2) == 0;
        if (fileFirst)
            AddFile(form, boundary, name, random);
        if (right || random.Next(6) > 0)
            form.Append($"--{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\n{purpose}\r\n");
        if (!fileFirst && (right || random.Next(6) > 0))
            AddFile(form, boundary, name, random);
        form.Append($"--{boundary}--\r\n");

        byte[] body = Encoding.UTF8.GetBytes(form.ToString());
        string type = $"multipart/form-data; boundary=\"{boundary}\"";
        if (right)
            return (body, type);
        return random.Next(8) switch
        {
            0 => (body[..random.Next(body.Length)], type),
            1 => (body, "multipart/form-data"),
            2 => (body, "multipart/form-data; boundary="),
            3 => (body, "multipart/form-data; boundary=other"),
            4 => (body, "application/json"),
            5 => ([.. body.Reverse()], type),
            6 => (Encoding.UTF8.GetBytes($"--{boundary}\r\nX: {new string('h', 40_000)}"), type),
            _ => (body, type),
        };
    }

    private static void AddFile(StringBuilder form, string boundary, string name, Random random) =>
        form.Append($"--{boundary}\r\ncontent-disposition: form-data; name=file; filename=\"{name}\"\r\n\r\n{new string('a', random.Next(0, 3_000))}\r\n");
}
