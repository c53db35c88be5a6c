using Chatty;

await using var session = await ChatSession.OpenAsync();
Console.WriteLine(await session.SayAsync("When is breakfast?"));
Console.WriteLine(await session.SayAsync("Is there a gym?"));
Console.WriteLine(session.Turns);
